//! `s3:DeleteBucketPolicy`: takes the bucket policy away.

use super::bucket;
use crate::authz::AccessCheck;
use crate::services::{ApiError, Operation, Stage};
use serde::Deserialize;
use serde_json::{Value, json};

/// The request.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub(crate) struct Input {
    bucket: String,
}

/// `s3:DeleteBucketPolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteBucketPolicy;

impl Operation for DeleteBucketPolicy {
    type Input = Input;

    const NAME: &'static str = "s3:DeleteBucketPolicy";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![bucket::check(Self::NAME, &input.bucket, None)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut bucket = bucket::find_own(stage, &input.bucket)?;
        bucket.policy = None;
        stage.world.put_bucket(bucket);
        Ok(json!({}))
    }
}
