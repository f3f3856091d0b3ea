//! `sqs:SetQueueAttributes`: sets attributes of a queue, its policy among them.

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
        attributes: std::collections::BTreeMap<String, String>,
    }
}

/// `sqs:SetQueueAttributes`
#[derive(Clone, Copy, Debug)]
pub(crate) struct SetQueueAttributes;

impl Operation for SetQueueAttributes {
    type Input = Input;

    const NAME: &'static str = "sqs:SetQueueAttributes";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, queue::arn_of(stage, &input.queue_url).as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut changed = queue::find(stage, &input.queue_url)?;
        queue::set(stage, &mut changed, input.attributes)?;
        stage.world.put_resource(changed);
        Ok(json!({}))
    }
}
