//! `sqs:ListQueues`: lists the queues of the account in the Region.

use super::queue;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, resource};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        queue_name_prefix: Option<String>,
    }
}

/// `sqs:ListQueues`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListQueues;

impl Operation for ListQueues {
    type Input = Input;

    const NAME: &'static str = "sqs:ListQueues";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let prefix = input.queue_name_prefix.unwrap_or_default();
        let own = resource::all(stage, "sqs").filter(|known| known.name.starts_with(&prefix));
        let urls: Vec<String> = own.map(|known| queue::url(&known.arn)).collect();
        Ok(json!({ "QueueUrls": urls }))
    }
}
