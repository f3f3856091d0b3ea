//! `sns:Unsubscribe`: ends a subscription.

use super::{subscription, topic};
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        subscription_arn: Arn,
    }
}

/// `sns:Unsubscribe`
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unsubscribe;

impl Operation for Unsubscribe {
    type Input = Input;

    const NAME: &'static str = "sns:Unsubscribe";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![topic::check(Self::NAME, &subscription::topic_of(stage, &input.subscription_arn)?.arn)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut found = subscription::topic_of(stage, &input.subscription_arn)?;
        found.subscriptions.retain(|known| known.arn != input.subscription_arn);
        stage.world.put_resource(found);
        Ok(json!({}))
    }
}
