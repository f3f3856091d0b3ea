//! `s3:PutObject`: writes an object.

use super::bucket;
use crate::authz::AccessCheck;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::Object;
use serde_json::{Value, json};

request! {
    /// The request.
    pub(crate) struct Input {
        bucket: String,
        key: String,
        content_length: Option<u64>,
    }
}

/// `s3:PutObject`
#[derive(Clone, Copy, Debug)]
pub(crate) struct PutObject;

impl Operation for PutObject {
    type Input = Input;

    const NAME: &'static str = "s3:PutObject";
    const IS_OPEN_TO_ALL: bool = true;

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![bucket::check(Self::NAME, &input.bucket, Some(&input.key))])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut bucket = bucket::find(stage, &input.bucket)?;
        let object = Object { size: input.content_length.unwrap_or_default(), modified: stage.now };
        bucket.objects.insert(input.key.into(), object);
        stage.world.put_bucket(bucket);
        Ok(json!({}))
    }
}
