//! `iam:ListEntitiesForPolicy`: who holds a managed policy, or is limited by it.

use super::managed;
use super::{entity, path};
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::PolicyHolder;
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        policy_arn: Arn,
        entity_filter: Option<String>,
        path_prefix: Option<String>,
        policy_usage_filter: Option<String>,
    }
}

/// `iam:ListEntitiesForPolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListEntitiesForPolicy;

impl Operation for ListEntitiesForPolicy {
    type Input = Input;

    const NAME: &'static str = "iam:ListEntitiesForPolicy";
    const IS_READ: bool = true;

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.policy_arn.as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        managed::find(stage, &input.policy_arn)?;
        let account = entity::account(stage)?;
        let wants = |kind: &str| input.entity_filter.as_deref().is_none_or(|filter| filter == kind);
        let is_below = |arn: &Arn| path::of(arn).starts_with(input.path_prefix.as_deref().unwrap_or("/"));
        let uses = |held: &PolicyHolder, boundary: Option<&Arn>| {
            let usage = input.policy_usage_filter.as_deref();
            let is_held = held.attached.contains(&input.policy_arn) && usage != Some("PermissionsBoundary");
            is_held || (boundary == Some(&input.policy_arn) && usage != Some("PermissionsPolicy"))
        };
        let groups = account.groups().filter(|group| is_below(&group.arn) && uses(&group.policies, None));
        let users = account
            .users()
            .filter(|user| is_below(&user.arn) && uses(&user.policies, user.permissions_boundary.as_ref()));
        let roles = account
            .roles()
            .filter(|role| is_below(&role.arn) && uses(&role.policies, role.permissions_boundary.as_ref()));
        let groups =
            groups.filter(|_| wants("Group")).map(|group| json!({ "GroupName": group.name, "GroupId": group.id }));
        let users = users.filter(|_| wants("User")).map(|user| json!({ "UserName": user.name, "UserId": user.id }));
        let roles = roles.filter(|_| wants("Role")).map(|role| json!({ "RoleName": role.name, "RoleId": role.id }));
        Ok(json!({
            "PolicyGroups": groups.collect::<Vec<_>>(), "PolicyUsers": users.collect::<Vec<_>>(),
            "PolicyRoles": roles.collect::<Vec<_>>(),
        }))
    }
}
