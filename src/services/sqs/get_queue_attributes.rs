//! `sqs:GetQueueAttributes`: shows attributes of a queue, its policy among them.

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
        attribute_names: Vec<String>,
    }
}

/// `sqs:GetQueueAttributes`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetQueueAttributes;

impl Operation for GetQueueAttributes {
    type Input = Input;

    const NAME: &'static str = "sqs:GetQueueAttributes";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, queue::arn_of(stage, &input.queue_url).as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let found = queue::find(stage, &input.queue_url)?;
        Ok(json!({ "Attributes": queue::attributes(&found, &input.attribute_names, stage.now) }))
    }
}
