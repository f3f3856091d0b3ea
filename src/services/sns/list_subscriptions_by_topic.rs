//! `sns:ListSubscriptionsByTopic`: the subscriptions to a topic.

use super::subscription;
use super::topic::{self, OfTopic};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `sns:ListSubscriptionsByTopic`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListSubscriptionsByTopic;

impl Operation for ListSubscriptionsByTopic {
    type Input = OfTopic;

    const NAME: &'static str = "sns:ListSubscriptionsByTopic";
    const IS_READ: bool = true;

    fn checks(input: &OfTopic, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![topic::check(Self::NAME, &input.topic_arn)])
    }

    fn execute(input: OfTopic, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let found = topic::find(stage, &input.topic_arn)?;
        let all = found.subscriptions.iter().map(|known| subscription::view(&found.arn, known));
        Ok(json!({ "Subscriptions": all.collect::<Vec<_>>() }))
    }
}
