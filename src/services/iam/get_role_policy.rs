//! `iam:GetRolePolicy`: shows an inline policy of a role.

use super::holder::Holder;
use super::input::RolePolicy;
use super::view;
use crate::authz::AccessCheck;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:GetRolePolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetRolePolicy;

impl Operation for GetRolePolicy {
    type Input = RolePolicy;

    const NAME: &'static str = "iam:GetRolePolicy";
    const IS_READ: bool = true;

    fn checks(input: &RolePolicy, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Role.check(Self::NAME, stage, &input.role_name)])
    }

    fn execute(input: RolePolicy, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        view::inline_policy(stage, Holder::Role, &input.role_name, &input.policy_name)
    }
}
