//! `dynamodb:GetResourcePolicy`: shows the policy on a table.

use super::table;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        resource_arn: Arn,
    }
}

/// `dynamodb:GetResourcePolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetResourcePolicy;

impl Operation for GetResourcePolicy {
    type Input = Input;

    const NAME: &'static str = "dynamodb:GetResourcePolicy";
    const IS_READ: bool = true;

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.resource_arn.as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let found = table::find(stage, input.resource_arn.as_str())?;
        let message = format!("Resource-based policy not found for the provided ResourceArn: {}", found.arn);
        let policy = found.policy.ok_or_else(|| ApiError::new("PolicyNotFoundException", 400, message))?;
        Ok(json!({ "Policy": policy.text() }))
    }
}
