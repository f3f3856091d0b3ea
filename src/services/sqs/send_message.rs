//! `sqs:SendMessage`: puts a message into a queue.

use super::queue;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::Message;
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        queue_url: String,
        message_body: String,
        delay_seconds: Option<u32>,
    }
}

/// `sqs:SendMessage`
#[derive(Clone, Copy, Debug)]
pub(crate) struct SendMessage;

impl Operation for SendMessage {
    type Input = Input;

    const NAME: &'static str = "sqs:SendMessage";
    const IS_OPEN_TO_ALL: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(queue::checks(Self::NAME, stage, &input.queue_url))
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut changed = queue::find(stage, &input.queue_url)?;
        queue::check_key(stage, &changed)?;
        let delay = input.delay_seconds.map_or_else(|| queue::number(&changed, "DelaySeconds", 0), i64::from);
        let message = Message {
            id: stage.world.next_uuid(),
            body: input.message_body.into(),
            sender: queue::sender(stage),
            sent: stage.now,
            visible: stage.now.plus_seconds(delay),
            n_received: 0,
            receipt: None,
        };
        let output = json!({ "MessageId": message.id });
        changed.messages.push(message);
        stage.world.put_resource(changed);
        Ok(output)
    }
}
