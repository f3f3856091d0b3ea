//! `sqs:TagQueue`: sets tags of a queue.

use super::queue;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, tags};
use serde_json::Value;
use std::collections::BTreeMap;

request! {
    /// The request.
    pub(crate) struct Input {
        queue_url: String,
        tags: BTreeMap<String, String>,
    }
}

/// `sqs:TagQueue`
#[derive(Clone, Copy, Debug)]
pub(crate) struct TagQueue;

impl Operation for TagQueue {
    type Input = Input;

    const NAME: &'static str = "sqs:TagQueue";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![tags::with(queue::check(Self::NAME, stage, &input.queue_url), &tags::of_map(&input.tags))])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut changed = queue::find(stage, &input.queue_url)?;
        queue::put_tags(&mut changed.tags, tags::of_map(&input.tags))?;
        stage.world.put_resource(changed);
        Ok(json!({}))
    }
}
