//! `sqs:GetQueueUrl`: the address of a queue, also of another account's.

use super::queue;
use crate::arn::{AccountId, Arn};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, resource};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        queue_name: String,
        owner = "QueueOwnerAWSAccountId": Option<AccountId>,
    }
}

fn arn(input: &Input, stage: &Stage<'_>) -> Arn {
    let own = resource::arn(stage, "sqs", &input.queue_name);
    Arn::new("sqs", own.region(), input.owner.or(own.account()), &input.queue_name)
}

/// `sqs:GetQueueUrl`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetQueueUrl;

impl Operation for GetQueueUrl {
    type Input = Input;

    const NAME: &'static str = "sqs:GetQueueUrl";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, arn(input, stage).as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let url = queue::url(&arn(&input, stage));
        queue::find(stage, &url)?;
        Ok(json!({ "QueueUrl": url }))
    }
}
