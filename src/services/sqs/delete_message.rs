//! `sqs:DeleteMessage`: deletes a message that was received.

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
        receipt_handle: String,
    }
}

/// `sqs:DeleteMessage`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteMessage;

impl Operation for DeleteMessage {
    type Input = Input;

    const NAME: &'static str = "sqs:DeleteMessage";
    const IS_OPEN_TO_ALL: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![queue::check(Self::NAME, stage, &input.queue_url)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut changed = queue::find(stage, &input.queue_url)?;
        let handle = input.receipt_handle;
        let at = changed.messages.iter().position(|message| message.receipt.as_deref() == Some(handle.as_str()));
        let Some(at) = at else {
            let message = format!("The input receipt handle \"{handle}\" is not a valid receipt handle.");
            return Err(ApiError::new("ReceiptHandleIsInvalid", 404, message));
        };
        changed.messages.remove(at);
        stage.world.put_resource(changed);
        Ok(json!({}))
    }
}
