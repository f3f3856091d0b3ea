//! What the calls on queues have in common.

use crate::arn::Arn;
use crate::services::{ApiError, Stage, resource};
use crate::world::Resource;
use serde_json::Value;
use std::collections::BTreeMap;

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
pub(super) fn attributes(queue: &Resource, wanted: &[String]) -> Value {
    let created = queue.created.epoch_seconds().to_string();
    let mut all: BTreeMap<String, String> = BTreeMap::new();
    all.extend(queue.attributes.iter().map(|(name, value)| (name.to_string(), value.to_string())));
    all.extend([("QueueArn".to_owned(), queue.arn.to_string()), ("CreatedTimestamp".to_owned(), created)]);
    all.extend(queue.policy.as_ref().map(|policy| ("Policy".to_owned(), policy.text().to_owned())));
    let is_wanted = |name: &str| wanted.iter().any(|wanted| wanted == "All" || wanted == name);
    all.into_iter().filter(|(name, _)| is_wanted(name)).map(|(name, value)| (name, Value::String(value))).collect()
}
