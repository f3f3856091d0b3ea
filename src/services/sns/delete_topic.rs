//! `sns:DeleteTopic`: deletes a topic; one that is not there is no error.

use super::topic::OfTopic;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `sns:DeleteTopic`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteTopic;

impl Operation for DeleteTopic {
    type Input = OfTopic;

    const NAME: &'static str = "sns:DeleteTopic";

    fn checks(input: &OfTopic, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.topic_arn.as_str())])
    }

    fn execute(input: OfTopic, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        stage.world.remove_resource(&input.topic_arn);
        Ok(json!({}))
    }
}
