//! Event notifications of buckets: who is told, and how S3 asks whether it may (S3 user guide, "Amazon S3 Event
//! Notifications" and "Granting permissions to publish event notification messages to a destination").

use crate::arn::Arn;
use crate::authz::{Caller, Environment, gather};
use crate::eval::{Principal, authorize};
use crate::json::json;
use crate::services::notify::{self, Source};
use crate::services::{ApiError, Stage};
use crate::world::{Bucket, Notification};
use serde_json::Value;

/// The service, as `Principal` names it.
const SERVICE: &str = "s3.amazonaws.com";

/// Whether S3 may tell a destination: "Amazon S3 checks that the destination exists and that the bucket owner has permission
/// to publish to it", by what the destination's policy says to the service.
pub(super) fn may(stage: &Stage<'_>, bucket: &Bucket, destination: &Arn) -> bool {
    let world = &stage.world;
    let is_there = world.resource(destination).is_some() || world.function(destination).is_some();
    let mut service = Caller::without_key(Principal::Service { name: SERVICE.into() });
    service.context.set_one("aws:SourceArn", bucket.arn().as_str());
    service.context.set_one("aws:SourceAccount", bucket.account.to_string());
    let check = notify::check(destination);
    let (request, policies) = gather(world, &service, &check, &Environment::default(), stage.now);
    is_there && authorize(&request, &policies).is_allowed()
}

/// The answer where it may not.
pub(super) fn not_valid() -> ApiError {
    ApiError::new("InvalidArgument", 400, "Unable to validate the following destination configurations")
}

fn is_wanted(notification: &Notification, event: &str, key: &str) -> bool {
    let is_named = |wanted: &str| match wanted.strip_suffix('*') {
        Some(start) => format!("s3:{event}").starts_with(start),
        None => wanted == format!("s3:{event}"),
    };
    let is_in_reach = key.starts_with(&*notification.prefix) && key.ends_with(&*notification.suffix);
    is_in_reach && notification.events.iter().any(|wanted| is_named(wanted))
}

/// Tells of what happened to an object, `ObjectCreated:Put`.
pub(super) fn tell(stage: &mut Stage<'_>, bucket: &Bucket, event: &str, key: &str) {
    let arn = bucket.arn();
    let source = Source { service: SERVICE, arn: &arn, account: bucket.account };
    for notification in bucket.notifications.iter().filter(|known| is_wanted(known, event, key)) {
        let record = json!({
            "eventVersion": "2.1", "eventSource": "aws:s3", "awsRegion": bucket.region, "eventTime": stage.now,
            "eventName": event,
            "s3": {
                "s3SchemaVersion": "1.0", "configurationId": notification.id,
                "bucket": { "name": bucket.name, "arn": arn }, "object": { "key": key },
            },
        });
        notify::send(stage, source, &notification.destination, &json!({ "Records": [record] }).to_string());
    }
}

/// What a new destination is told first: `s3:TestEvent`; functions are not.
pub(super) fn test(stage: &mut Stage<'_>, bucket: &Bucket, destination: &Arn) {
    if destination.service() == "lambda" {
        return;
    }
    let arn = bucket.arn();
    let body = json!({
        "Service": "Amazon S3", "Event": "s3:TestEvent", "Time": stage.now, "Bucket": bucket.name,
    });
    notify::send(
        stage,
        Source { service: SERVICE, arn: &arn, account: bucket.account },
        destination,
        &body.to_string(),
    );
}

/// The kinds of destinations: the list, the member with the ARN, and the service of it.
pub(super) const KINDS: [(&str, &str, &str); 3] = [
    ("TopicConfigurations", "TopicArn", "sns"),
    ("QueueConfigurations", "QueueArn", "sqs"),
    ("LambdaFunctionConfigurations", "LambdaFunctionArn", "lambda"),
];

/// A notification as answers show it.
pub(super) fn view(notification: &Notification, member: &str) -> Value {
    let mut view = json!({ "Id": notification.id });
    view[member] = json!(notification.destination);
    view["Events"] = json!(notification.events);
    let rules = [("Prefix", &notification.prefix), ("Suffix", &notification.suffix)];
    let rules = rules.into_iter().filter(|(_, value)| !value.is_empty());
    let rules: Vec<Value> = rules.map(|(name, value)| json!({ "Name": name, "Value": value })).collect();
    if !rules.is_empty() {
        view["Filter"] = json!({ "Key": { "FilterRules": rules } });
    }
    view
}
