//! `iam:GetAccountAuthorizationDetails`: users, groups, roles and policies of the account in one answer (rule E-36).
//!
//! Policies of AWS are told of as far as somebody in the account holds them.

use super::holder::Holder;
use super::{entity, instance_profile, managed, view};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::{Account, Group, ManagedPolicy, PolicyHolder, Role, User};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        filter: Vec<String>,
    }
}

/// `iam:GetAccountAuthorizationDetails`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetAccountAuthorizationDetails;

impl Operation for GetAccountAuthorizationDetails {
    type Input = Input;

    const NAME: &'static str = "iam:GetAccountAuthorizationDetails";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let account = entity::account(stage)?;
        let wants = |kind: &str| input.filter.is_empty() || input.filter.iter().any(|wanted| wanted == kind);
        let users = account.users().filter(|_| wants("User")).map(|one| user(account, one));
        let groups = account.groups().filter(|_| wants("Group")).map(|one| group(account, one));
        let roles = account.roles().filter(|_| wants("Role")).map(|one| role(account, one));
        let kind = |one: &ManagedPolicy| if one.is_from_aws() { "AWSManagedPolicy" } else { "LocalManagedPolicy" };
        let is_used = |one: &ManagedPolicy| {
            !one.is_from_aws() || view::n_attached(account, &one.arn) + view::n_limited(account, &one.arn) > 0
        };
        let policies =
            account.policies().filter(|one| wants(kind(one)) && is_used(one)).map(|one| policy(account, one));
        Ok(json!({
            "UserDetailList": users.collect::<Vec<_>>(), "GroupDetailList": groups.collect::<Vec<_>>(),
            "RoleDetailList": roles.collect::<Vec<_>>(), "Policies": policies.collect::<Vec<_>>(),
        }))
    }
}

/// Names and documents of inline policies under the member that has them, and the managed ones.
fn held(account: &Account, mut entity: Value, holder: Holder, policies: &PolicyHolder) -> Value {
    let member = match holder {
        Holder::User => "UserPolicyList",
        Holder::Group => "GroupPolicyList",
        Holder::Role => "RolePolicyList",
    };
    let inline = policies.inline.iter();
    entity[member] =
        inline.map(|(name, policy)| json!({ "PolicyName": name, "PolicyDocument": policy.text() })).collect();
    entity["AttachedManagedPolicies"] = json!(view::attached(account, policies));
    entity
}

fn user(account: &Account, user: &User) -> Value {
    let mut entity = held(account, view::user_whole(user), Holder::User, &user.policies);
    entity["GroupList"] = json!(user.groups);
    entity
}

fn group(account: &Account, group: &Group) -> Value {
    held(account, view::group_whole(group), Holder::Group, &group.policies)
}

fn role(account: &Account, role: &Role) -> Value {
    let mut entity = held(account, view::role_made(role), Holder::Role, &role.policies);
    let profiles = account.instance_profiles_of(&role.name);
    entity["InstanceProfileList"] = profiles.map(|profile| instance_profile::in_list(account, profile)).collect();
    entity
}

fn policy(account: &Account, policy: &ManagedPolicy) -> Value {
    let mut entity = view::policy(account, policy);
    if let Some(description) = &policy.description {
        entity["Description"] = json!(description);
    }
    let versions = policy.versions.iter().rev();
    entity["PolicyVersionList"] =
        versions.map(|(number, version)| managed::version_whole(policy, *number, version)).collect();
    entity
}
