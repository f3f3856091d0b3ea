//! `s3:GetBucketTagging`: the tags of a bucket.

use super::bucket::{self, OfBucket};
use super::tagging;
use crate::authz::AccessCheck;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `s3:GetBucketTagging`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetBucketTagging;

impl Operation for GetBucketTagging {
    type Input = OfBucket;

    const NAME: &'static str = "s3:GetBucketTagging";
    const IS_READ: bool = true;

    fn checks(input: &OfBucket, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![bucket::check(Self::NAME, &input.bucket, None)])
    }

    fn execute(input: OfBucket, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let bucket = bucket::find(stage, &input.bucket)?;
        if bucket.tags.is_empty() {
            return Err(ApiError::new("NoSuchTagSet", 404, "The TagSet does not exist"));
        }
        Ok(tagging::view(&bucket.tags))
    }
}
