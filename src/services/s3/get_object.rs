//! `s3:GetObject`: reads an object.

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

/// `s3:GetObject`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetObject;

impl Operation for GetObject {
    type Input = Input;

    const NAME: &'static str = "s3:GetObject";
    const IS_READ: bool = true;
    const IS_OPEN_TO_ALL: bool = true;

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![bucket::check(Self::NAME, &input.bucket, Some(&input.key))])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let bucket = bucket::find(stage, &input.bucket)?;
        let missing = || ApiError::new("NoSuchKey", 404, "The specified key does not exist.");
        let object = bucket.objects.get(&*input.key).ok_or_else(missing)?;
        Ok(json!({ "ContentLength": object.size, "LastModified": object.modified }))
    }
}
