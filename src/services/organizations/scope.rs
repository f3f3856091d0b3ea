//! The organization that a call is about, and who may make the call.

use super::error;
use crate::arn::{AccountId, Arn};
use crate::authz::AccessCheck;
use crate::catalog::Quota;
use crate::clock::Timestamp;
use crate::json::json;
use crate::services::{ApiError, Stage};
use crate::world::{Organization, OrganizationPolicyType};
use serde_json::Value;

/// The organization of the caller's account.
pub(super) fn organization<'a>(stage: &'a Stage<'_>) -> Result<&'a Organization, ApiError> {
    stage.world.organization_of(stage.account()).ok_or_else(error::not_in_use)
}

/// Changes the organization, which its management account alone may.
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

/// The organization, for calls that look at it: the management account and delegated administrators may.
pub(super) fn seen<'a>(stage: &'a Stage<'_>) -> Result<&'a Organization, ApiError> {
    let organization = organization(stage)?;
    if organization.is_delegated(stage.account(), None) { Ok(organization) } else { managed(stage) }
}

/// Services are named by their principals.
pub(super) fn check_service(principal: &str) -> Result<(), ApiError> {
    if principal.strip_suffix(".amazonaws.com").is_some_and(|name| !name.is_empty()) {
        return Ok(());
    }
    Err(error::invalid_input("You specified a service principal that isn't recognized by AWS Organizations."))
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
pub(super) fn check_room(organization: &Organization, now: Timestamp) -> Result<(), ApiError> {
    let invited = organization.invitations().filter(|invitation| invitation.is_open(now)).count();
    if organization.accounts().count() + invited < Quota::AccountsPerOrganization.value() {
        return Ok(());
    }
    Err(error::constraint("You have exceeded the allowed number of AWS accounts."))
}

/// A delegated administrator stays until it is none any more.
pub(super) fn check_no_administrator(organization: &Organization, account: AccountId) -> Result<(), ApiError> {
    if !organization.is_delegated(account, None) {
        return Ok(());
    }
    Err(error::constraint(
        "You attempted to remove an account from the organization that is registered as a delegated administrator for a service integrated with your organization. You must complete the deregistration of this account before you can remove it.",
    ))
}

/// The root with the types that are on, as answers show it.
pub(super) fn root(organization: &Organization) -> Value {
    let enabled = OrganizationPolicyType::ALL.into_iter().filter(|kind| organization.is_enabled(*kind));
    let types: Vec<Value> = enabled.map(|kind| json!({ "Type": kind, "Status": "ENABLED" })).collect();
    let arn = organization.target_arn(&organization.root);
    json!({ "Id": organization.root, "Arn": arn, "Name": "Root", "PolicyTypes": types })
}
