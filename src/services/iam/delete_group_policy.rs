//! `iam:DeleteGroupPolicy`: deletes an inline policy of a group.

use super::holder::Holder;
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

/// `iam:DeleteGroupPolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteGroupPolicy;

impl Operation for DeleteGroupPolicy {
    type Input = Input;

    const NAME: &'static str = "iam:DeleteGroupPolicy";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Group.check(Self::NAME, stage, &input.group_name)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        Holder::Group.delete(stage, &input.group_name, &input.policy_name)?;
        Ok(json!({}))
    }
}
