//! `s3:DeleteObjectTagging`: takes all tags off an object.

use super::bucket::{self, OfObject};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `s3:DeleteObjectTagging`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteObjectTagging;

impl Operation for DeleteObjectTagging {
    type Input = OfObject;

    const NAME: &'static str = "s3:DeleteObjectTagging";

    fn checks(input: &OfObject, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![bucket::check(Self::NAME, &input.bucket, Some(&input.key))])
    }

    fn execute(input: OfObject, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        bucket::change_object(stage, &input.bucket, &input.key, |object| object.tags.clear())?;
        Ok(json!({}))
    }
}
