//! `iam:DetachRolePolicy`: detaches a managed policy from a role (rule E-20).

use super::holder::Holder;
use super::input::RoleAttachment;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:DetachRolePolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DetachRolePolicy;

impl Operation for DetachRolePolicy {
    type Input = RoleAttachment;

    const NAME: &'static str = "iam:DetachRolePolicy";

    fn checks(input: &RoleAttachment, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let check = Holder::Role.check(Self::NAME, stage, &input.role_name);
        Ok(vec![check.with("iam:PolicyARN", input.policy_arn.as_str())])
    }

    fn execute(input: RoleAttachment, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        Holder::Role.detach(stage, &input.role_name, &input.policy_arn)?;
        Ok(json!({}))
    }
}
