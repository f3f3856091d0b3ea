//! `iam:GetUserPolicy`: shows an inline policy of a user.

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
    user_name: String,
    policy_name: String,
}

/// `iam:GetUserPolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetUserPolicy;

impl Operation for GetUserPolicy {
    type Input = Input;

    const NAME: &'static str = "iam:GetUserPolicy";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::User.check(Self::NAME, stage, &input.user_name)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let held = view::held(stage, Holder::User, &input.user_name)?;
        let missing = || ApiError::no_such_entity("user policy", &input.policy_name);
        let policy = held.inline.get(&*input.policy_name).ok_or_else(missing)?;
        Ok(json!({ "UserName": input.user_name, "PolicyName": input.policy_name, "PolicyDocument": policy.text() }))
    }
}
