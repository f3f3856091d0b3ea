//! `s3:GetBucketEncryption`: under which key new objects are encrypted.

use super::bucket::{self, OfBucket};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `s3:GetBucketEncryption`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetBucketEncryption;

impl Operation for GetBucketEncryption {
    type Input = OfBucket;

    const NAME: &'static str = "s3:GetBucketEncryption";
    const IS_READ: bool = true;

    fn checks(input: &OfBucket, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![bucket::check("s3:GetEncryptionConfiguration", &input.bucket, None)])
    }

    fn execute(input: OfBucket, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let default = match bucket::find(stage, &input.bucket)?.default_key {
            Some(key) => json!({ "SSEAlgorithm": "aws:kms", "KMSMasterKeyID": key }),
            None => json!({ "SSEAlgorithm": "AES256" }),
        };
        let rule = json!({ "ApplyServerSideEncryptionByDefault": default, "BucketKeyEnabled": false });
        Ok(json!({ "ServerSideEncryptionConfiguration": { "Rules": [rule] } }))
    }
}
