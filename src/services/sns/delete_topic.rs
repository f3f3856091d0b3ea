//! `sns:DeleteTopic`: deletes a topic; one that is not there is no error.

use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::{Value, json};

request! {
    /// The request.
    pub(crate) struct Input {
        topic_arn: Arn,
    }
}

/// `sns:DeleteTopic`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteTopic;

impl Operation for DeleteTopic {
    type Input = Input;

    const NAME: &'static str = "sns:DeleteTopic";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.topic_arn.as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        stage.world.remove_resource(&input.topic_arn);
        Ok(json!({}))
    }
}
