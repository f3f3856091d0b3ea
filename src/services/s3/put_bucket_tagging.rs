//! `s3:PutBucketTagging`: gives a bucket other tags. They say who pays; no policy sees them unless S3 was told so.

use super::bucket;
use super::tagging::{self, Tagging};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        bucket: String,
        tagging: Tagging,
    }
}

/// `s3:PutBucketTagging`
#[derive(Clone, Copy, Debug)]
pub(crate) struct PutBucketTagging;

impl Operation for PutBucketTagging {
    type Input = Input;

    const NAME: &'static str = "s3:PutBucketTagging";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![bucket::check(Self::NAME, &input.bucket, None)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut bucket = bucket::find(stage, &input.bucket)?;
        bucket.tags = tagging::read(input.tagging.tag_set, tagging::MOST_ON_BUCKET)?;
        stage.world.put_bucket(bucket);
        Ok(json!({}))
    }
}
