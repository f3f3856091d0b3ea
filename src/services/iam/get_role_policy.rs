//! `iam:GetRolePolicy`: shows an inline policy of a role.

use super::holder::Holder;
use super::view;
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

/// `iam:GetRolePolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetRolePolicy;

impl Operation for GetRolePolicy {
    type Input = Input;

    const NAME: &'static str = "iam:GetRolePolicy";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Role.check(Self::NAME, stage, &input.role_name)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let held = view::held(stage, Holder::Role, &input.role_name)?;
        let missing = || ApiError::no_such_entity("role policy", &input.policy_name);
        let policy = held.inline.get(&*input.policy_name).ok_or_else(missing)?;
        Ok(json!({ "RoleName": input.role_name, "PolicyName": input.policy_name, "PolicyDocument": policy.text() }))
    }
}
