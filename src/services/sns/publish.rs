//! `sns:Publish`: sends a message to all who are subscribed to a topic.

use super::{subscription, topic};
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request. Text messages to telephones are not sent.
    pub(crate) struct Input {
        topic_arn: Option<Arn>,
        target_arn: Option<Arn>,
        message: String,
        subject: Option<String>,
    }
}

impl Input {
    fn topic(&self) -> Result<&Arn, ApiError> {
        let target = self.topic_arn.as_ref().or(self.target_arn.as_ref());
        target.ok_or_else(|| topic::invalid("TopicArn or TargetArn Reason: no value for required parameter"))
    }
}

/// `sns:Publish`
#[derive(Clone, Copy, Debug)]
pub(crate) struct Publish;

impl Operation for Publish {
    type Input = Input;

    const NAME: &'static str = "sns:Publish";
    const IS_OPEN_TO_ALL: bool = true;

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![topic::check(Self::NAME, input.topic()?)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let found = topic::find(stage, input.topic()?)?;
        let id = stage.world.next_uuid();
        let mut message = json!({ "Type": "Notification", "MessageId": id, "TopicArn": found.arn });
        if let Some(subject) = input.subject {
            message["Subject"] = json!(subject);
        }
        message["Message"] = json!(input.message);
        message["Timestamp"] = json!(stage.now);
        for confirmed in found.subscriptions.iter().filter(|known| known.token.is_none()) {
            subscription::tell(stage, &found, confirmed, &message);
        }
        Ok(json!({ "MessageId": id }))
    }
}
