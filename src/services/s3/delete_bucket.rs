//! `s3:DeleteBucket`: deletes a bucket that is empty, and its policy with it.

use super::bucket::{self, OfBucket};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `s3:DeleteBucket`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteBucket;

impl Operation for DeleteBucket {
    type Input = OfBucket;

    const NAME: &'static str = "s3:DeleteBucket";

    fn checks(input: &OfBucket, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![bucket::check(Self::NAME, &input.bucket, None)])
    }

    fn execute(input: OfBucket, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        if !bucket::find(stage, &input.bucket)?.objects.is_empty() {
            return Err(ApiError::new("BucketNotEmpty", 409, "The bucket you tried to delete is not empty"));
        }
        stage.world.remove_bucket(&input.bucket);
        Ok(json!({}))
    }
}
