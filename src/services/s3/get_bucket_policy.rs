//! `s3:GetBucketPolicy`: shows the bucket policy.

use super::bucket::{self, OfBucket};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `s3:GetBucketPolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetBucketPolicy;

impl Operation for GetBucketPolicy {
    type Input = OfBucket;

    const NAME: &'static str = "s3:GetBucketPolicy";
    const IS_READ: bool = true;

    fn checks(input: &OfBucket, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![bucket::check(Self::NAME, &input.bucket, None)])
    }

    fn execute(input: OfBucket, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let bucket = bucket::find_own(stage, &input.bucket)?;
        let missing = || ApiError::new("NoSuchBucketPolicy", 404, "The bucket policy does not exist");
        let policy = bucket.policy.as_ref().ok_or_else(missing)?;
        Ok(json!({ "Policy": policy.text() }))
    }
}
