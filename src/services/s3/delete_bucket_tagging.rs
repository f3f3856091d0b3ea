//! `s3:DeleteBucketTagging`: takes all tags off a bucket, with the permission to put some.

use super::bucket::{self, OfBucket};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `s3:DeleteBucketTagging`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteBucketTagging;

impl Operation for DeleteBucketTagging {
    type Input = OfBucket;

    const NAME: &'static str = "s3:DeleteBucketTagging";

    fn checks(input: &OfBucket, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![bucket::check("s3:PutBucketTagging", &input.bucket, None)])
    }

    fn execute(input: OfBucket, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut bucket = bucket::find(stage, &input.bucket)?;
        bucket.tags.clear();
        stage.world.put_bucket(bucket);
        Ok(json!({}))
    }
}
