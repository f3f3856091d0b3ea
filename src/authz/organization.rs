//! What an organization adds to a request: SCPs of the caller's account, RCPs of the resource's
//! account, level by level from the root (rules C-11 to C-21), and the keys that name both.

use crate::arn::AccountId;
use crate::eval::{
    AppliedPolicy, Attachment, ContextValue, PrincipalPolicies, RequestContext, ResourcePolicies, Unknown,
};
use crate::world::{LevelKind, Organization, OrganizationPolicyType, World};
use std::sync::Arc;

/// Adds the SCPs that bind principals of `account`. The management account's have no force (C-17).
pub(super) fn add_scps(world: &World, account: AccountId, policies: &mut PrincipalPolicies) {
    let Some(organization) = world.organization_of(account) else { return };
    policies.is_management_account = organization.management_account == account;
    policies.scps = applied(world, organization, account, OrganizationPolicyType::ServiceControlPolicy);
    policies.n_scp_levels = organization.levels(account).len().try_into().unwrap_or(u16::MAX);
}

/// Adds the RCPs that guard resources of `account`; those of the management account they do not (C-20).
pub(super) fn add_rcps(world: &World, account: AccountId, policies: &mut ResourcePolicies) {
    let Some(organization) = world.organization_of(account) else { return };
    policies.is_management_account = organization.management_account == account;
    policies.rcps = applied(world, organization, account, OrganizationPolicyType::ResourceControlPolicy);
}

/// The policies of a type on the way from the root to the account; none if the type is off.
fn applied(
    world: &World,
    organization: &Organization,
    account: AccountId,
    kind: OrganizationPolicyType,
) -> Option<Vec<AppliedPolicy>> {
    if !organization.is_enabled(kind) {
        return None;
    }
    let mut policies = Vec::new();
    for (index, level) in organization.levels(account).into_iter().enumerate() {
        let name: Box<str> = match level.kind {
            LevelKind::Root => "Root".into(),
            LevelKind::OrganizationalUnit => {
                organization.unit(&level.id).map_or(level.id.clone(), |unit| unit.name.clone())
            }
            LevelKind::Account => world.account(account).map_or(level.id.clone(), |account| account.name.clone()),
        };
        policies.extend(organization.attached(&level.id, kind).map(|policy| AppliedPolicy {
            policy: Arc::clone(policy.document.policy()),
            name: policy.name.clone(),
            arn: Some(policy.arn.clone()),
            attachment: Attachment::Level(name.clone()),
            level: index.try_into().unwrap_or(u16::MAX),
        }));
    }
    Some(policies)
}

/// Sets `aws:<side>OrgID` and `aws:<side>OrgPaths`, where the account is in an organization (table B-42), or nobody
/// knows whether it is.
pub(super) fn set_keys(world: &World, side: &str, account: AccountId, context: &mut RequestContext) {
    let Some(organization) = world.organization_of(account) else {
        if world.is_organization_unseen(account) {
            for key in ["OrgID", "OrgPaths"] {
                context.set(&format!("aws:{side}{key}"), ContextValue::Unknown(Unknown::VALUE));
            }
        }
        return;
    };
    context.set_one(&format!("aws:{side}OrgID"), organization.id.clone());
    let path = organization.path(account).map(Box::from);
    context.set(&format!("aws:{side}OrgPaths"), ContextValue::Many(path.into_iter().collect()));
}
