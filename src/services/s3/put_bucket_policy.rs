//! `s3:PutBucketPolicy`: writes the bucket policy over the one that was there.

use super::bucket;
use crate::authz::AccessCheck;
use crate::catalog::Quota;
use crate::policy::PolicyKind;
use crate::services::{ApiError, Operation, Stage};
use crate::world::StoredPolicy;
use serde::Deserialize;
use serde_json::{Value, json};

/// The request.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub(crate) struct Input {
    bucket: String,
    policy: String,
}

/// `s3:PutBucketPolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct PutBucketPolicy;

impl Operation for PutBucketPolicy {
    type Input = Input;

    const NAME: &'static str = "s3:PutBucketPolicy";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![bucket::check(Self::NAME, &input.bucket, None)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut bucket = bucket::find(stage, &input.bucket)?;
        let policy = StoredPolicy::parse(&input.policy, PolicyKind::Resource)
            .map_err(|problems| ApiError::malformed("MalformedPolicy", &problems))?;
        if input.policy.len() > Quota::BucketPolicyBytes.value() {
            return Err(ApiError::new("PolicyTooLarge", 400, "The bucket policy exceeds the 20 KB limit."));
        }
        bucket.policy = Some(policy);
        stage.world.put_bucket(bucket);
        Ok(json!({}))
    }
}
