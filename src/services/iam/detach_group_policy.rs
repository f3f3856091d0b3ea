//! `iam:DetachGroupPolicy`: detaches a managed policy from a group (rule E-20).

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
    group_name: String,
    policy_arn: Arn,
}

/// `iam:DetachGroupPolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DetachGroupPolicy;

impl Operation for DetachGroupPolicy {
    type Input = Input;

    const NAME: &'static str = "iam:DetachGroupPolicy";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let check = Holder::Group.check(Self::NAME, stage, &input.group_name);
        Ok(vec![check.with("iam:PolicyARN", input.policy_arn.as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        Holder::Group.detach(stage, &input.group_name, &input.policy_arn)?;
        Ok(json!({}))
    }
}
