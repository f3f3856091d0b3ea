//! `sts:DecodeAuthorizationMessage`: tells what an encoded message in a refusal says (rules D-9, F-28).
//!
//! Only messages of the caller's own account can be read.

use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        encoded_message: String,
    }
}

/// `sts:DecodeAuthorizationMessage`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DecodeAuthorizationMessage;

impl Operation for DecodeAuthorizationMessage {
    type Input = Input;

    const NAME: &'static str = "sts:DecodeAuthorizationMessage";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        // The sentence is the one known from practice.
        let invalid = || ApiError::new("InvalidAuthorizationMessageException", 400, "Message is not valid");
        let message = stage.world.decode(stage.account(), input.encoded_message.trim()).ok_or_else(invalid)?;
        Ok(json!({ "DecodedMessage": message }))
    }
}
