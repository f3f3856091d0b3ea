//! `iam:DeleteRolePolicy`: deletes an inline policy of a role.

use super::holder::Holder;
use super::input::RolePolicy;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:DeleteRolePolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteRolePolicy;

impl Operation for DeleteRolePolicy {
    type Input = RolePolicy;

    const NAME: &'static str = "iam:DeleteRolePolicy";

    fn checks(input: &RolePolicy, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Role.check(Self::NAME, stage, &input.role_name)])
    }

    fn execute(input: RolePolicy, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        Holder::Role.delete(stage, &input.role_name, &input.policy_name)?;
        Ok(json!({}))
    }
}
