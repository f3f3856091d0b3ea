//! `s3:PutBucketNotificationConfiguration`: says who is told of what happens in a bucket. S3 asks the policy of each
//! destination at once whether it may tell it; what was there before is replaced.

use super::notification;
use super::{bucket, notification::KINDS};
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, notify};
use crate::world::Notification;
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        bucket: String,
        notification_configuration: Value,
        skip_destination_validation: bool,
    }
}

/// A member of the request that is text.
fn text<'a>(value: &'a Value, member: &str) -> &'a str {
    value[member].as_str().unwrap_or_default()
}

/// What a rule of the filter says, `prefix` or `suffix`.
fn rule(configuration: &Value, name: &str) -> Box<str> {
    let rules = configuration["Filter"]["Key"]["FilterRules"].as_array();
    let mut rules = rules.into_iter().flatten();
    let found = rules.find(|rule| text(rule, "Name").eq_ignore_ascii_case(name));
    found.map_or("", |rule| text(rule, "Value")).into()
}

fn read(stage: &mut Stage<'_>, configuration: &Value, member: &str, service: &str) -> Result<Notification, ApiError> {
    let invalid = |_| ApiError::new("InvalidArgument", 400, "The ARN could not be parsed");
    let destination: Arn = text(configuration, member).parse().map_err(invalid)?;
    if destination.service() != service || !notify::can_be_told(&destination) {
        return Err(ApiError::new("InvalidArgument", 400, "The ARN could not be parsed"));
    }
    let events = configuration["Events"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let id = match text(configuration, "Id") {
        "" => stage.world.next_uuid(),
        id => id.into(),
    };
    Ok(Notification {
        id,
        destination,
        events: events.map(Into::into).collect(),
        prefix: rule(configuration, "prefix"),
        suffix: rule(configuration, "suffix"),
    })
}

/// `s3:PutBucketNotificationConfiguration`
#[derive(Clone, Copy, Debug)]
pub(crate) struct PutBucketNotificationConfiguration;

impl Operation for PutBucketNotificationConfiguration {
    type Input = Input;

    const NAME: &'static str = "s3:PutBucketNotificationConfiguration";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![bucket::check("s3:PutBucketNotification", &input.bucket, None)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut changed = bucket::find(stage, &input.bucket)?;
        let before = std::mem::take(&mut changed.notifications);
        for (list, member, service) in KINDS {
            for configuration in input.notification_configuration[list].as_array().into_iter().flatten() {
                changed.notifications.push(read(stage, configuration, member, service)?);
            }
        }
        for wanted in &changed.notifications {
            if !input.skip_destination_validation && !notification::may(stage, &changed, &wanted.destination) {
                return Err(notification::not_valid());
            }
            if !before.iter().any(|known| known.destination == wanted.destination) {
                notification::test(stage, &changed, &wanted.destination);
            }
        }
        stage.world.put_bucket(changed);
        Ok(json!({}))
    }
}
