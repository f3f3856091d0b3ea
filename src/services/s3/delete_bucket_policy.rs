//! `s3:DeleteBucketPolicy`: takes the bucket policy away.

use super::bucket::{self, OfBucket};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `s3:DeleteBucketPolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteBucketPolicy;

impl Operation for DeleteBucketPolicy {
    type Input = OfBucket;

    const NAME: &'static str = "s3:DeleteBucketPolicy";

    fn checks(input: &OfBucket, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![bucket::check(Self::NAME, &input.bucket, None)])
    }

    fn execute(input: OfBucket, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut bucket = bucket::find_own(stage, &input.bucket)?;
        bucket.policy = None;
        stage.world.put_bucket(bucket);
        Ok(json!({}))
    }
}
