//! `dynamodb:PutResourcePolicy`: puts a policy on a table.

use super::table;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, resource};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        resource_arn: Arn,
        policy: String,
    }
}

/// `dynamodb:PutResourcePolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct PutResourcePolicy;

impl Operation for PutResourcePolicy {
    type Input = Input;

    const NAME: &'static str = "dynamodb:PutResourcePolicy";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.resource_arn.as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut changed = table::find(stage, input.resource_arn.as_str())?;
        changed.policy = Some(resource::policy(stage, &input.policy, "ValidationException")?);
        stage.world.put_resource(changed);
        Ok(json!({ "RevisionId": stage.now.epoch_seconds().to_string() }))
    }
}
