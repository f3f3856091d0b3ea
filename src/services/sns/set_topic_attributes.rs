//! `sns:SetTopicAttributes`: sets an attribute of a topic, such as its policy.

use super::topic;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, resource};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        topic_arn: Arn,
        attribute_name: String,
        attribute_value: Option<String>,
    }
}

/// `sns:SetTopicAttributes`
#[derive(Clone, Copy, Debug)]
pub(crate) struct SetTopicAttributes;

impl Operation for SetTopicAttributes {
    type Input = Input;

    const NAME: &'static str = "sns:SetTopicAttributes";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.topic_arn.as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut changed = topic::find(stage, &input.topic_arn)?;
        let value = input.attribute_value.unwrap_or_default();
        if input.attribute_name == "Policy" {
            changed.policy = Some(resource::policy(stage, &value, "InvalidParameter")?);
        } else {
            changed.attributes.insert(input.attribute_name.into(), value.into());
        }
        stage.world.put_resource(changed);
        Ok(json!({}))
    }
}
