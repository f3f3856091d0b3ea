//! `sns:ListTopics`: lists the topics of the account in the Region.

use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, resource};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {}
}

/// `sns:ListTopics`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListTopics;

impl Operation for ListTopics {
    type Input = Input;

    const NAME: &'static str = "sns:ListTopics";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(_: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let topics: Vec<Value> = resource::all(stage, "sns").map(|known| json!({ "TopicArn": known.arn })).collect();
        Ok(json!({ "Topics": topics }))
    }
}
