//! `s3:DeleteBucket`: deletes a bucket that is empty, and its policy with it.

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

/// `s3:DeleteBucket`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteBucket;

impl Operation for DeleteBucket {
    type Input = Input;

    const NAME: &'static str = "s3:DeleteBucket";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![bucket::check(Self::NAME, &input.bucket, None)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        if !bucket::find(stage, &input.bucket)?.objects.is_empty() {
            return Err(ApiError::new("BucketNotEmpty", 409, "The bucket you tried to delete is not empty"));
        }
        stage.world.remove_bucket(&input.bucket);
        Ok(json!({}))
    }
}
