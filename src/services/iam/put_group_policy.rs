//! `iam:PutGroupPolicy`: writes an inline policy of a group (rule E-22).

use super::holder::Holder;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        group_name: String,
        policy_name: String,
        policy_document: String,
    }
}

/// `iam:PutGroupPolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct PutGroupPolicy;

impl Operation for PutGroupPolicy {
    type Input = Input;

    const NAME: &'static str = "iam:PutGroupPolicy";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Group.check(Self::NAME, stage, &input.group_name)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        Holder::Group.put(stage, &input.group_name, &input.policy_name, &input.policy_document)?;
        Ok(json!({}))
    }
}
