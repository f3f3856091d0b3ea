//! `s3:DeletePublicAccessBlock`: switches Block Public Access of a bucket off; the permission is called
//! `s3:PutBucketPublicAccessBlock` (rule C-43).

use super::bucket::{self, OfBucket};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use crate::world::PublicAccessBlock;
use serde_json::Value;

/// `s3:DeletePublicAccessBlock`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeletePublicAccessBlock;

impl Operation for DeletePublicAccessBlock {
    type Input = OfBucket;

    const NAME: &'static str = "s3:DeletePublicAccessBlock";

    fn checks(input: &OfBucket, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![bucket::check("s3:PutBucketPublicAccessBlock", &input.bucket, None)])
    }

    fn execute(input: OfBucket, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut bucket = bucket::find(stage, &input.bucket)?;
        bucket.public_access_block = PublicAccessBlock::OFF;
        stage.world.put_bucket(bucket);
        Ok(json!({}))
    }
}
