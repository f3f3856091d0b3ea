//! `s3:DeleteObject`: deletes an object; one that is not there is no error.

use super::bucket::{self, OfObject};
use super::notification;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `s3:DeleteObject`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteObject;

impl Operation for DeleteObject {
    type Input = OfObject;

    const NAME: &'static str = "s3:DeleteObject";
    const IS_OPEN_TO_ALL: bool = true;

    fn checks(input: &OfObject, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![bucket::check(Self::NAME, &input.bucket, Some(&input.key))])
    }

    fn execute(input: OfObject, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut bucket = bucket::find(stage, &input.bucket)?;
        if bucket.objects.remove(&*input.key).is_some() {
            notification::tell(stage, &bucket, "ObjectRemoved:Delete", &input.key);
        }
        stage.world.put_bucket(bucket);
        Ok(json!({}))
    }
}
