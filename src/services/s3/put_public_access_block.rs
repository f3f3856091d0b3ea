//! `s3:PutPublicAccessBlock`: sets Block Public Access of a bucket; the permission is called
//! `s3:PutBucketPublicAccessBlock` (rule C-43).

use super::bucket;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::PublicAccessBlock;
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        bucket: String,
        public_access_block_configuration: Configuration,
    }
}

request! {
    /// A setting that is not named is switched off.
    #[allow(clippy::struct_excessive_bools, reason = "S3 has these four, each a truth value")]
    struct Configuration {
        block_public_acls: bool,
        ignore_public_acls: bool,
        block_public_policy: bool,
        restrict_public_buckets: bool,
    }
}

/// `s3:PutPublicAccessBlock`
#[derive(Clone, Copy, Debug)]
pub(crate) struct PutPublicAccessBlock;

impl Operation for PutPublicAccessBlock {
    type Input = Input;

    const NAME: &'static str = "s3:PutPublicAccessBlock";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![bucket::check("s3:PutBucketPublicAccessBlock", &input.bucket, None)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let wanted = input.public_access_block_configuration;
        let mut bucket = bucket::find(stage, &input.bucket)?;
        bucket.public_access_block = PublicAccessBlock {
            block_public_acls: wanted.block_public_acls,
            ignore_public_acls: wanted.ignore_public_acls,
            block_public_policy: wanted.block_public_policy,
            restrict_public_buckets: wanted.restrict_public_buckets,
        };
        stage.world.put_bucket(bucket);
        Ok(json!({}))
    }
}
