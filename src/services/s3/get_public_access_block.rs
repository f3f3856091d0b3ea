//! `s3:GetPublicAccessBlock`: shows Block Public Access of a bucket; the permission is called
//! `s3:GetBucketPublicAccessBlock` (rule C-43).

use super::bucket::{self, OfBucket};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use crate::world::PublicAccessBlock;
use serde_json::Value;

/// `s3:GetPublicAccessBlock`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetPublicAccessBlock;

impl Operation for GetPublicAccessBlock {
    type Input = OfBucket;

    const NAME: &'static str = "s3:GetPublicAccessBlock";
    const IS_READ: bool = true;

    fn checks(input: &OfBucket, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![bucket::check("s3:GetBucketPublicAccessBlock", &input.bucket, None)])
    }

    fn execute(input: OfBucket, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let settings = bucket::find(stage, &input.bucket)?.public_access_block;
        if settings == PublicAccessBlock::OFF {
            let message = "The public access block configuration was not found";
            return Err(ApiError::new("NoSuchPublicAccessBlockConfiguration", 404, message));
        }
        Ok(json!({ "PublicAccessBlockConfiguration": {
            "BlockPublicAcls": settings.block_public_acls, "IgnorePublicAcls": settings.ignore_public_acls,
            "BlockPublicPolicy": settings.block_public_policy, "RestrictPublicBuckets": settings.restrict_public_buckets,
        }}))
    }
}
