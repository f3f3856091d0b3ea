//! `iam:DeleteRolePolicy`: deletes an inline policy of a role.

use super::holder::Holder;
use crate::authz::AccessCheck;
use crate::services::{ApiError, Operation, Stage};
use serde::Deserialize;
use serde_json::{Value, json};

/// The request.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub(crate) struct Input {
    role_name: String,
    policy_name: String,
}

/// `iam:DeleteRolePolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteRolePolicy;

impl Operation for DeleteRolePolicy {
    type Input = Input;

    const NAME: &'static str = "iam:DeleteRolePolicy";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Role.check(Self::NAME, stage, &input.role_name)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        Holder::Role.delete(stage, &input.role_name, &input.policy_name)?;
        Ok(json!({}))
    }
}
