//! `sns:CreateTopic`: makes a topic; one that is there already is answered as it is.

use super::topic;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::tags::{self, Tag};
use crate::services::{ApiError, Operation, Stage, resource};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        name: String,
        tags: Vec<Tag>,
    }
}

/// `sns:CreateTopic`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateTopic;

impl Operation for CreateTopic {
    type Input = Input;

    const NAME: &'static str = "sns:CreateTopic";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let arn = resource::arn(stage, "sns", &input.name);
        let check = |action| tags::with(topic::check(action, &arn), &input.tags);
        let tag = (!input.tags.is_empty()).then(|| check("sns:TagResource"));
        Ok(std::iter::once(check(Self::NAME)).chain(tag).collect())
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let arn = resource::arn(stage, "sns", &input.name);
        let output = json!({ "TopicArn": arn });
        if stage.world.resource(&arn).is_none() {
            let mut made = resource::new(stage, &input.name, arn);
            topic::put_tags(&mut made.tags, input.tags)?;
            stage.world.put_resource(made);
        }
        Ok(output)
    }
}
