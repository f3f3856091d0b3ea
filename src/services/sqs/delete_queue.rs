//! `sqs:DeleteQueue`: deletes a queue.

use super::queue;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        queue_url: String,
    }
}

/// `sqs:DeleteQueue`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteQueue;

impl Operation for DeleteQueue {
    type Input = Input;

    const NAME: &'static str = "sqs:DeleteQueue";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, queue::arn_of(stage, &input.queue_url).as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let found = queue::find(stage, &input.queue_url)?;
        stage.world.remove_resource(&found.arn);
        Ok(json!({}))
    }
}
