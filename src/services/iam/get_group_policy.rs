//! `iam:GetGroupPolicy`: shows an inline policy of a group.

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
    group_name: String,
    policy_name: String,
}

/// `iam:GetGroupPolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetGroupPolicy;

impl Operation for GetGroupPolicy {
    type Input = Input;

    const NAME: &'static str = "iam:GetGroupPolicy";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Group.check(Self::NAME, stage, &input.group_name)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let held = view::held(stage, Holder::Group, &input.group_name)?;
        let missing = || ApiError::no_such_entity("group policy", &input.policy_name);
        let policy = held.inline.get(&*input.policy_name).ok_or_else(missing)?;
        Ok(json!({ "GroupName": input.group_name, "PolicyName": input.policy_name, "PolicyDocument": policy.text() }))
    }
}
