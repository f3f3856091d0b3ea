//! `sqs:ListQueueTags`: the tags of a queue.

use super::queue::{self, OfQueue};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `sqs:ListQueueTags`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListQueueTags;

impl Operation for ListQueueTags {
    type Input = OfQueue;

    const NAME: &'static str = "sqs:ListQueueTags";
    const IS_READ: bool = true;

    fn checks(input: &OfQueue, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![queue::check(Self::NAME, stage, &input.queue_url)])
    }

    fn execute(input: OfQueue, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let found = queue::find(stage, &input.queue_url)?;
        Ok(if found.tags.is_empty() { json!({}) } else { json!({ "Tags": found.tags }) })
    }
}
