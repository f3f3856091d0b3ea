//! `s3:GetObjectTagging`: the tags of an object.

use super::bucket::{self, OfObject};
use super::tagging;
use crate::authz::AccessCheck;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `s3:GetObjectTagging`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetObjectTagging;

impl Operation for GetObjectTagging {
    type Input = OfObject;

    const NAME: &'static str = "s3:GetObjectTagging";
    const IS_READ: bool = true;

    fn checks(input: &OfObject, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![bucket::check(Self::NAME, &input.bucket, Some(&input.key))])
    }

    fn execute(input: OfObject, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        Ok(tagging::view(&bucket::find_object(stage, &input.bucket, &input.key)?.tags))
    }
}
