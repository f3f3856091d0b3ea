//! `s3:GetBucketNotificationConfiguration`: who is told of what happens in a bucket.

use super::bucket::{self, OfBucket};
use super::notification::{self, KINDS};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `s3:GetBucketNotificationConfiguration`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetBucketNotificationConfiguration;

impl Operation for GetBucketNotificationConfiguration {
    type Input = OfBucket;

    const NAME: &'static str = "s3:GetBucketNotificationConfiguration";
    const IS_READ: bool = true;

    fn checks(input: &OfBucket, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![bucket::check("s3:GetBucketNotification", &input.bucket, None)])
    }

    fn execute(input: OfBucket, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let found = bucket::find(stage, &input.bucket)?;
        let mut output = json!({});
        for (list, member, service) in KINDS {
            let own = found.notifications.iter().filter(|known| known.destination.service() == service);
            let told: Vec<Value> = own.map(|known| notification::view(known, member)).collect();
            if !told.is_empty() {
                output[list] = told.into();
            }
        }
        Ok(output)
    }
}
