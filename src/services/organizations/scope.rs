//! The organization that a call is about, and who may make the call.

use super::error;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::catalog::Quota;
use crate::services::{ApiError, Stage};
use crate::world::{Organization, OrganizationPolicyType};
use serde_json::{Value, json};

/// The organization of the caller's account.
pub(super) fn organization<'a>(stage: &'a Stage<'_>) -> Result<&'a Organization, ApiError> {
    stage.world.organization_of(stage.account()).ok_or_else(error::not_in_use)
}

/// Changes the organization, which its management account alone may. Delegated administrators are not
/// modelled.
pub(super) fn change<T>(
    stage: &mut Stage<'_>,
    change: impl FnOnce(&mut Organization) -> Result<T, ApiError>,
) -> Result<T, ApiError> {
    let mut organization = managed(stage)?.clone();
    let result = change(&mut organization)?;
    stage.world.put_organization(organization);
    Ok(result)
}

/// The organization, for calls that only the management account may make.
pub(super) fn managed<'a>(stage: &'a Stage<'_>) -> Result<&'a Organization, ApiError> {
    let organization = organization(stage)?;
    let is_management_account = organization.management_account == stage.account();
    is_management_account.then_some(organization).ok_or_else(error::not_management_account)
}

/// Permission for `action` on something in the organization; on `*` where there is none yet.
pub(super) fn check(action: &str, stage: &Stage<'_>, resource: impl FnOnce(&Organization) -> Arn) -> AccessCheck {
    let arn = organization(stage).ok().map(resource);
    AccessCheck::new(action, arn.as_ref().map_or("*", Arn::as_str))
}

/// Permission for `action` on a policy, with its type as a condition key. AWS authorises before it
/// looks whether there is such a policy.
pub(super) fn policy_check(action: &str, stage: &Stage<'_>, policy: &str) -> AccessCheck {
    let known = organization(stage).ok().and_then(|organization| organization.policy(policy));
    match known {
        Some(known) => AccessCheck::new(action, known.arn.as_str()).with(POLICY_TYPE, known.kind.as_str()),
        None => check(action, stage, |organization| {
            policy_arn(organization, OrganizationPolicyType::ServiceControlPolicy, policy)
        }),
    }
}

/// Attaching and detaching need permission on the policy and on what it is attached to.
pub(super) fn attachment_checks(action: &str, stage: &Stage<'_>, policy: &str, target: &str) -> Vec<AccessCheck> {
    let of_policy = policy_check(action, stage, policy);
    let mut of_target = check(action, stage, |organization| organization.target_arn(target));
    of_target.context = of_policy.context.clone();
    vec![of_policy, of_target]
}

/// The condition key that names the type of a policy.
pub(super) const POLICY_TYPE: &str = "organizations:PolicyType";

/// `arn:aws:organizations::<management account>:policy/<organization>/<type>/<policy>`
pub(super) fn policy_arn(organization: &Organization, kind: OrganizationPolicyType, id: &str) -> Arn {
    organization.arn_of("policy", &format!("{}/{id}", kind.in_arn()))
}

/// Accounts that may be in an organization count with those that were asked (rule A-76).
pub(super) fn check_room(organization: &Organization) -> Result<(), ApiError> {
    let invited = organization.invitations().filter(|invitation| !invitation.is_accepted).count();
    if organization.accounts().count() + invited < Quota::AccountsPerOrganization.value() {
        return Ok(());
    }
    Err(error::constraint("You have exceeded the allowed number of AWS accounts."))
}

/// The root with the types that are on, as answers show it.
pub(super) fn root(organization: &Organization) -> Value {
    let enabled = OrganizationPolicyType::ALL.into_iter().filter(|kind| organization.is_enabled(*kind));
    let types: Vec<Value> = enabled.map(|kind| json!({ "Type": kind, "Status": "ENABLED" })).collect();
    let arn = organization.target_arn(&organization.root);
    json!({ "Root": { "Id": organization.root, "Arn": arn, "Name": "Root", "PolicyTypes": types } })
}
