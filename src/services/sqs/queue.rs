//! What the calls on queues have in common.

use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::catalog::Quota;
use crate::clock::Timestamp;
use crate::eval::Principal;
use crate::services::request::request;
use crate::services::tags::{self, Keys, Refused, Tag};
use crate::services::{ApiError, Stage, kms, resource};
use crate::world::{Resource, Tags, World};
use serde_json::Value;
use std::collections::BTreeMap;

request! {
    /// Names a queue.
    pub(crate) struct OfQueue {
        pub(super) queue_url: String,
    }
}

/// Permission for `action` on the queue behind a URL.
pub(super) fn check(action: &str, stage: &Stage<'_>, url: &str) -> AccessCheck {
    AccessCheck::new(action, arn_of(stage, url).as_str())
}

/// What sending to a queue under a KMS key takes besides, and what receiving from it does (SQS developer guide, "Key
/// management", "Grant permissions to the producer" and "to the consumer"). SQS asks with the caller's credentials.
pub(in crate::services) fn key_checks(world: &World, action: &str, queue: &Arn) -> Vec<AccessCheck> {
    let wanted: &[&str] = match action.to_ascii_lowercase().as_str() {
        "sqs:sendmessage" => &["kms:GenerateDataKey", "kms:Decrypt"],
        "sqs:receivemessage" => &["kms:Decrypt"],
        _ => return Vec::new(),
    };
    let named = world.resource(queue).and_then(|queue| queue.attributes.get("KmsMasterKeyId"));
    let key = named.zip(queue.account()).and_then(|(name, account)| kms::key_named(world, account, name));
    let Some(key) = key else { return Vec::new() };
    wanted.iter().map(|action| kms::check_by("sqs", action, &key, ("aws:sqs:arn", queue))).collect()
}

/// Permission for `action`, with what it takes on the key of the queue.
pub(super) fn checks(action: &str, stage: &Stage<'_>, url: &str) -> Vec<AccessCheck> {
    let own = check(action, stage, url);
    let on_key = key_checks(stage.world, action, &arn_of(stage, url));
    std::iter::once(own).chain(on_key).collect()
}

/// Sets tags.
pub(super) fn put_tags(into: &mut Tags, wanted: Vec<Tag>) -> Result<(), ApiError> {
    tags::put(into, wanted, Keys::AsTyped, Quota::TagsPerResource.value()).map_err(|refused| {
        let message = match refused {
            Refused::Reserved => "Tag keys starting with aws: are reserved for system use.",
            Refused::TooMany => "Too many tags added for queue.",
        };
        ApiError::new("InvalidParameterValue", 400, message)
    })
}

/// A number that the queue has as an attribute.
pub(super) fn number(queue: &Resource, name: &str, usual: i64) -> i64 {
    queue.attributes.get(name).and_then(|value| value.parse().ok()).unwrap_or(usual)
}

/// A value that a parameter does not take, in the words of SQS.
pub(super) fn invalid(value: &str, parameter: &str, reason: &str) -> ApiError {
    let message = format!("Value {value} for parameter {parameter} is invalid. Reason: {reason}");
    ApiError::new("InvalidParameterValue", 400, message)
}

/// The ARN of the queue behind a URL: `https://sqs.<region>.amazonaws.com/<account>/<name>`.
pub(super) fn arn_of(stage: &Stage<'_>, url: &str) -> Arn {
    let mut parts = url.rsplit('/');
    let (name, account) = (parts.next().unwrap_or_default(), parts.next().and_then(|account| account.parse().ok()));
    let region = url.split('.').nth(1).filter(|_| url.starts_with("https://sqs."));
    let own = resource::arn(stage, "sqs", name);
    Arn::new("sqs", region.unwrap_or_else(|| own.region()), account.or(own.account()), name)
}

/// The URL of a queue, by which calls name it.
#[must_use]
pub fn url(arn: &Arn) -> String {
    let account = arn.account().map(|account| account.to_string()).unwrap_or_default();
    format!("https://sqs.{}.amazonaws.com/{account}/{}", arn.region(), arn.resource())
}

/// The queue behind a URL.
pub(super) fn find(stage: &Stage<'_>, url: &str) -> Result<Resource, ApiError> {
    let missing =
        || ApiError::new("AWS.SimpleQueueService.NonExistentQueue", 400, "The specified queue does not exist.");
    stage.world.resource(&arn_of(stage, url)).cloned().ok_or_else(missing)
}

/// Sets attributes; an empty policy takes the policy away.
pub(super) fn set(
    stage: &Stage<'_>,
    queue: &mut Resource,
    attributes: BTreeMap<String, String>,
) -> Result<(), ApiError> {
    for (name, value) in attributes {
        match (name.as_str(), value.as_str()) {
            ("Policy", "") => queue.policy = None,
            ("Policy", text) => {
                let invalid =
                    |_| ApiError::new("InvalidAttributeValue", 400, "Invalid value for the parameter Policy.");
                queue.policy = Some(resource::policy(stage, text, "InvalidAttributeValue").map_err(invalid)?);
            }
            _ => {
                queue.attributes.insert(name.into(), value.into());
            }
        }
    }
    Ok(())
}

/// The attributes of a queue that are asked for.
pub(super) fn attributes(queue: &Resource, wanted: &[String], now: Timestamp) -> Value {
    let created = queue.created.epoch_seconds().to_string();
    let mut all: BTreeMap<String, String> = BTreeMap::new();
    let (seen, hidden) = queue.messages.iter().partition::<Vec<_>, _>(|message| message.visible <= now);
    for (name, messages) in [("", &seen), ("NotVisible", &hidden)] {
        all.insert(format!("ApproximateNumberOfMessages{name}"), messages.len().to_string());
    }
    all.extend(queue.attributes.iter().map(|(name, value)| (name.to_string(), value.to_string())));
    all.extend([("QueueArn".to_owned(), queue.arn.to_string()), ("CreatedTimestamp".to_owned(), created)]);
    all.extend(queue.policy.as_ref().map(|policy| ("Policy".to_owned(), policy.text().to_owned())));
    let is_wanted = |name: &str| wanted.iter().any(|wanted| wanted == "All" || wanted == name);
    all.into_iter().filter(|(name, _)| is_wanted(name)).map(|(name, value)| (name, Value::String(value))).collect()
}

/// KMS is asked for whoever signs, and what is switched off is not used.
pub(super) fn check_key(stage: &Stage<'_>, queue: &Resource) -> Result<(), ApiError> {
    let named = queue.attributes.get("KmsMasterKeyId").zip(queue.arn.account());
    let Some(key) = named.and_then(|(name, account)| kms::key_named(stage.world, account, name)) else { return Ok(()) };
    kms::check_usable(stage, &key)
}

/// Who sends, as `SenderId` tells of it: the unique id, or the name of the service.
pub(super) fn sender(stage: &Stage<'_>) -> Box<str> {
    match stage.caller.caller() {
        Some(caller) => match (&caller.user_id, &caller.principal) {
            (Some(id), _) => id.clone(),
            (None, Principal::Service { name }) => name.clone(),
            _ => "anonymous".into(),
        },
        None => stage.account().to_string().into(),
    }
}
