//! What the calls on subscriptions have in common.

use super::topic;
use crate::arn::Arn;
use crate::json::json;
use crate::services::notify::{self, Source};
use crate::services::{ApiError, Stage};
use crate::world::{Resource, Subscription};
use serde_json::Value;

/// The service, as it calls for a topic.
pub(super) fn source(topic: &Resource) -> Option<Source<'_>> {
    Some(Source { service: "sns.amazonaws.com", arn: &topic.arn, account: topic.arn.account()? })
}

/// A subscription as lists show it.
pub(super) fn view(topic: &Arn, subscription: &Subscription) -> Value {
    let arn = if subscription.token.is_some() { "PendingConfirmation" } else { subscription.arn.as_str() };
    json!({
        "SubscriptionArn": arn, "Owner": subscription.owner, "Protocol": subscription.protocol,
        "Endpoint": subscription.endpoint, "TopicArn": topic,
    })
}

/// The topic that a subscription is to.
pub(super) fn topic_of(stage: &Stage<'_>, subscription: &Arn) -> Result<Resource, ApiError> {
    let missing = || ApiError::new("NotFound", 404, "Subscription does not exist");
    let topic = stage.world.topic_of(subscription).cloned().ok_or_else(missing)?;
    if topic.subscriptions.iter().any(|known| known.arn == *subscription) { Ok(topic) } else { Err(missing()) }
}

/// Tells a subscriber: what is published, or that the subscription must be confirmed.
pub(super) fn tell(stage: &mut Stage<'_>, topic: &Resource, subscription: &Subscription, message: &Value) {
    let Ok(target) = subscription.endpoint.parse::<Arn>() else { return };
    let raw = message["Message"].as_str().filter(|_| subscription.is_raw && subscription.token.is_none());
    let body = raw.map_or_else(|| message.to_string(), str::to_owned);
    if let Some(source) = source(topic) {
        notify::send(stage, source, &target, &body);
    }
}

/// The protocol and what it leads to fit together.
pub(super) fn check_endpoint(protocol: &str, endpoint: &str) -> Result<(), ApiError> {
    const OTHERS: [&str; 7] = ["application", "email", "email-json", "firehose", "http", "https", "sms"];
    match protocol {
        "sqs" | "lambda" => {
            let is_one = endpoint.parse::<Arn>().is_ok_and(|arn| arn.service() == protocol);
            let name = if protocol == "sqs" { "SQS" } else { "Lambda" };
            if is_one { Ok(()) } else { Err(topic::invalid(&format!("{name} endpoint ARN"))) }
        }
        _ if OTHERS.contains(&protocol) => Ok(()),
        _ => Err(topic::invalid(&format!("Does not support this protocol string: {protocol}"))),
    }
}
