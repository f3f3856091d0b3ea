//! `s3:DeletePublicAccessBlock`: switches Block Public Access of a bucket off; the permission is called
//! `s3:PutBucketPublicAccessBlock` (rule C-43).

use super::bucket;
use crate::authz::AccessCheck;
use crate::services::{ApiError, Operation, Stage};
use crate::world::PublicAccessBlock;
use serde::Deserialize;
use serde_json::{Value, json};

/// The request.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub(crate) struct Input {
    bucket: String,
}

/// `s3:DeletePublicAccessBlock`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeletePublicAccessBlock;

impl Operation for DeletePublicAccessBlock {
    type Input = Input;

    const NAME: &'static str = "s3:DeletePublicAccessBlock";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![bucket::check("s3:PutBucketPublicAccessBlock", &input.bucket, None)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut bucket = bucket::find(stage, &input.bucket)?;
        bucket.public_access_block = PublicAccessBlock::OFF;
        stage.world.put_bucket(bucket);
        Ok(json!({}))
    }
}
