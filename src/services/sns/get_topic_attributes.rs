//! `sns:GetTopicAttributes`: shows the attributes of a topic, its policy among them.

use super::topic;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        topic_arn: Arn,
    }
}

/// `sns:GetTopicAttributes`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetTopicAttributes;

impl Operation for GetTopicAttributes {
    type Input = Input;

    const NAME: &'static str = "sns:GetTopicAttributes";
    const IS_READ: bool = true;

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.topic_arn.as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let found = topic::find(stage, &input.topic_arn)?;
        let owner = found.arn.account().map(|account| account.to_string());
        let mut attributes = json!({ "TopicArn": found.arn, "Owner": owner });
        for (name, value) in &found.attributes {
            attributes[&**name] = json!(value);
        }
        if let Some(policy) = &found.policy {
            attributes["Policy"] = json!(policy.text());
        }
        Ok(json!({ "Attributes": attributes }))
    }
}
