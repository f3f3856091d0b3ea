//! `sqs:UntagQueue`: takes tags off a queue.

use super::queue;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::tags::{self, Keys};
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        queue_url: String,
        tag_keys: Vec<String>,
    }
}

/// `sqs:UntagQueue`
#[derive(Clone, Copy, Debug)]
pub(crate) struct UntagQueue;

impl Operation for UntagQueue {
    type Input = Input;

    const NAME: &'static str = "sqs:UntagQueue";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let keys = input.tag_keys.iter().map(String::as_str);
        Ok(vec![tags::with_keys(queue::check(Self::NAME, stage, &input.queue_url), keys)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut changed = queue::find(stage, &input.queue_url)?;
        tags::remove_all(&mut changed.tags, &input.tag_keys, Keys::AsTyped);
        stage.world.put_resource(changed);
        Ok(json!({}))
    }
}
