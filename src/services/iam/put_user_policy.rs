//! `iam:PutUserPolicy`: writes an inline policy of a user (rule E-22).

use super::holder::Holder;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        user_name: String,
        policy_name: String,
        policy_document: String,
    }
}

/// `iam:PutUserPolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct PutUserPolicy;

impl Operation for PutUserPolicy {
    type Input = Input;

    const NAME: &'static str = "iam:PutUserPolicy";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::User.check(Self::NAME, stage, &input.user_name)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        Holder::User.put(stage, &input.user_name, &input.policy_name, &input.policy_document)?;
        Ok(json!({}))
    }
}
