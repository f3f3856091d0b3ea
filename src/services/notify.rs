//! What a service tells in its own name, a second after what it tells of: SNS its subscribers, S3 whom a bucket names.
//!
//! The call is made later through the front door, as the service principal and with the resource that it is made for
//! (rule C-56), so that the policy of whatever is told decides. What is refused is not tried again: "client-side errors"
//! are not retried (SNS developer guide, "Message delivery retries").

use super::{Stage, sqs};
use crate::arn::{AccountId, Arn};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::world::Delivery;
use serde_json::Value;

/// Who tells, and for which resource.
#[derive(Clone, Copy, Debug)]
pub(super) struct Source<'a> {
    /// `sns.amazonaws.com`
    pub(super) service: &'a str,
    /// `aws:SourceArn`
    pub(super) arn: &'a Arn,
    /// `aws:SourceAccount`
    pub(super) account: AccountId,
}

/// The call by which a queue, a topic or a function is told; none if the target is nothing that can be told.
fn call(target: &Arn, body: &str) -> Option<(&'static str, Value)> {
    Some(match target.service() {
        "sqs" => ("sqs:SendMessage", json!({ "QueueUrl": sqs::queue_url(target), "MessageBody": body })),
        "sns" => ("sns:Publish", json!({ "TopicArn": target, "Message": body })),
        "lambda" => ("lambda:Invoke", json!({ "FunctionName": target, "InvocationType": "Event", "Payload": body })),
        _ => return None,
    })
}

/// Whether a target can be told at all.
pub(super) fn can_be_told(target: &Arn) -> bool {
    call(target, "").is_some()
}

/// The permission that the service needs for it.
pub(super) fn check(target: &Arn) -> AccessCheck {
    let action = match target.service() {
        "lambda" => "lambda:InvokeFunction",
        "sns" => "sns:Publish",
        _ => "sqs:SendMessage",
    };
    AccessCheck::new(action, target.as_str())
}

/// Has a target told a second later.
pub(super) fn send(stage: &mut Stage<'_>, source: Source<'_>, target: &Arn, body: &str) {
    let Some((operation, input)) = call(target, body) else { return };
    stage.world.add_delivery(Delivery {
        number: 0,
        at: stage.now.plus_seconds(1),
        service: source.service.into(),
        source: source.arn.clone(),
        account: source.account,
        operation: operation.into(),
        input,
    });
}
