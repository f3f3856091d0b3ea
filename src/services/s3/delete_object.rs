//! `s3:DeleteObject`: deletes an object; one that is not there is no error.

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
    key: String,
}

/// `s3:DeleteObject`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteObject;

impl Operation for DeleteObject {
    type Input = Input;

    const NAME: &'static str = "s3:DeleteObject";
    const IS_OPEN_TO_ALL: bool = true;

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![bucket::check(Self::NAME, &input.bucket, Some(&input.key))])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut bucket = bucket::find(stage, &input.bucket)?;
        bucket.objects.remove(&*input.key);
        stage.world.put_bucket(bucket);
        Ok(json!({}))
    }
}
