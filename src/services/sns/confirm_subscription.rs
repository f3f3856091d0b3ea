//! `sns:ConfirmSubscription`: shows that whoever was subscribed wants to be.
//!
//! Whoever holds the token may: "This call requires an AWS signature only when the AuthenticateOnUnsubscribe flag is set to
//! true" (API_ConfirmSubscription); without a signature there is nobody whose permissions could be asked for.

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
        token: String,
        authenticate_on_unsubscribe: Option<String>,
    }
}

/// `sns:ConfirmSubscription`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ConfirmSubscription;

impl Operation for ConfirmSubscription {
    type Input = Input;

    const NAME: &'static str = "sns:ConfirmSubscription";
    const IS_OPEN_TO_ALL: bool = true;

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let is_signed = input.authenticate_on_unsubscribe.as_deref() == Some("true");
        Ok(is_signed.then(|| topic::check(Self::NAME, &input.topic_arn)).into_iter().collect())
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut found = topic::find(stage, &input.topic_arn)?;
        let mut pending = found.subscriptions.iter_mut();
        let wanted = pending.find(|known| known.token.as_deref() == Some(input.token.as_str()));
        let confirmed = wanted.ok_or_else(|| topic::invalid("Token"))?;
        confirmed.token = None;
        let output = json!({ "SubscriptionArn": confirmed.arn });
        stage.world.put_resource(found);
        Ok(output)
    }
}
