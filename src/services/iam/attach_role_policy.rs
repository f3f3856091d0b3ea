//! `iam:AttachRolePolicy`: attaches a managed policy to a role (rule E-20).

use super::holder::Holder;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::services::{ApiError, Operation, Stage};
use serde::Deserialize;
use serde_json::{Value, json};

/// The request.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub(crate) struct Input {
    role_name: String,
    policy_arn: Arn,
}

/// `iam:AttachRolePolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct AttachRolePolicy;

impl Operation for AttachRolePolicy {
    type Input = Input;

    const NAME: &'static str = "iam:AttachRolePolicy";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let check = Holder::Role.check(Self::NAME, stage, &input.role_name);
        Ok(vec![check.with("iam:PolicyARN", input.policy_arn.as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        Holder::Role.attach(stage, &input.role_name, &input.policy_arn)?;
        Ok(json!({}))
    }
}
