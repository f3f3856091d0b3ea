//! `dynamodb:DeleteResourcePolicy`: takes the policy off a table.

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

/// `dynamodb:DeleteResourcePolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteResourcePolicy;

impl Operation for DeleteResourcePolicy {
    type Input = Input;

    const NAME: &'static str = "dynamodb:DeleteResourcePolicy";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.resource_arn.as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut changed = table::find(stage, input.resource_arn.as_str())?;
        changed.policy = None;
        stage.world.put_resource(changed);
        Ok(json!({}))
    }
}
