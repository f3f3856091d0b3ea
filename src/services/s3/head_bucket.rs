//! `s3:HeadBucket`: says whether there is a bucket and whether one may list it, and where it lies.

use super::bucket::{self, OfBucket};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `s3:HeadBucket`
#[derive(Clone, Copy, Debug)]
pub(crate) struct HeadBucket;

impl Operation for HeadBucket {
    type Input = OfBucket;

    const NAME: &'static str = "s3:HeadBucket";
    const IS_READ: bool = true;
    const IS_OPEN_TO_ALL: bool = true;
    const HAS_NO_BODY: bool = true;

    fn checks(input: &OfBucket, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![bucket::check("s3:ListBucket", &input.bucket, None)])
    }

    fn execute(input: OfBucket, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let bucket = bucket::find(stage, &input.bucket)?;
        Ok(json!({ "BucketArn": bucket.arn(), "BucketRegion": bucket.region, "AccessPointAlias": false }))
    }
}
