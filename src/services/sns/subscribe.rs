//! `sns:Subscribe`: has somebody told of what is published to a topic.

use super::{subscription, topic};
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::{Resource, Subscription};
use serde_json::Value;
use std::collections::BTreeMap;

request! {
    /// The request.
    pub(crate) struct Input {
        topic_arn: Arn,
        protocol: String,
        endpoint: Option<String>,
        attributes: BTreeMap<String, String>,
        return_subscription_arn: bool,
    }
}

/// Whether nobody has to confirm: the owner of a queue or a function subscribes it himself ("If the queue owner creates
/// the subscription", SNS developer guide, "Sending messages to an Amazon SQS queue in a different account"), and there
/// is nobody to ask for telephones and delivery streams.
fn is_confirmed(stage: &Stage<'_>, input: &Input, endpoint: &str) -> bool {
    let owner = endpoint.parse::<Arn>().ok().and_then(|arn| arn.account());
    match input.protocol.as_str() {
        "sqs" | "lambda" => owner == Some(stage.account()),
        protocol => matches!(protocol, "sms" | "firehose" | "application"),
    }
}

/// `sns:Subscribe`
#[derive(Clone, Copy, Debug)]
pub(crate) struct Subscribe;

impl Operation for Subscribe {
    type Input = Input;

    const NAME: &'static str = "sns:Subscribe";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let check = topic::check(Self::NAME, &input.topic_arn).with("sns:Protocol", &input.protocol);
        Ok(vec![input.endpoint.iter().fold(check, |check, endpoint| check.with("sns:Endpoint", endpoint))])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let found = topic::find(stage, &input.topic_arn)?;
        let endpoint = input.endpoint.clone().ok_or_else(|| topic::invalid("Endpoint"))?;
        subscription::check_endpoint(&input.protocol, &endpoint)?;
        let is_same = |known: &&Subscription| *known.protocol == *input.protocol && *known.endpoint == *endpoint;
        let known = found.subscriptions.iter().find(is_same).cloned();
        let made = known.map_or_else(|| add(stage, found, &input, &endpoint), Ok)?;
        let is_shown = made.token.is_none() || input.return_subscription_arn;
        Ok(json!({ "SubscriptionArn": if is_shown { made.arn.as_str() } else { "pending confirmation" } }))
    }
}

fn add(stage: &mut Stage<'_>, mut found: Resource, input: &Input, endpoint: &str) -> Result<Subscription, ApiError> {
    let arn = format!("{}:{}", found.arn, stage.world.next_uuid());
    let token = (!is_confirmed(stage, input, endpoint)).then(|| stage.world.next_secret(64));
    let made = Subscription {
        arn: arn.parse().map_err(|_| topic::invalid("TopicArn"))?,
        protocol: input.protocol.as_str().into(),
        endpoint: endpoint.into(),
        owner: stage.account(),
        is_raw: input.attributes.get("RawMessageDelivery").is_some_and(|value| value == "true"),
        token,
    };
    ask_to_confirm(stage, &found, &made);
    found.subscriptions.push(made.clone());
    stage.world.put_resource(found);
    Ok(made)
}

fn ask_to_confirm(stage: &mut Stage<'_>, found: &Resource, made: &Subscription) {
    let Some(token) = &made.token else { return };
    let id = stage.world.next_uuid();
    let text = format!(
        "You have chosen to subscribe to the topic {}.\nTo confirm the subscription, visit the SubscribeURL included in this message.",
        found.arn
    );
    let message = json!({
        "Type": "SubscriptionConfirmation", "MessageId": id, "Token": token, "TopicArn": found.arn, "Message": text,
        "Timestamp": stage.now,
    });
    subscription::tell(stage, found, made, &message);
}
