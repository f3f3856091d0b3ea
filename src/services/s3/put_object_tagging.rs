//! `s3:PutObjectTagging`: gives an object other tags.

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
        key: String,
        tagging: Tagging,
    }
}

/// `s3:PutObjectTagging`
#[derive(Clone, Copy, Debug)]
pub(crate) struct PutObjectTagging;

impl Operation for PutObjectTagging {
    type Input = Input;

    const NAME: &'static str = "s3:PutObjectTagging";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let check = bucket::check(Self::NAME, &input.bucket, Some(&input.key));
        Ok(vec![bucket::with_object_tags(check, &input.tagging.tag_set)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let made = tagging::read(input.tagging.tag_set, tagging::MOST_ON_OBJECT)?;
        bucket::change_object(stage, &input.bucket, &input.key, |object| object.tags = made)?;
        Ok(json!({}))
    }
}
