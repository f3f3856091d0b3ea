//! `s3:ListObjectsV2`: lists the objects of a bucket; the permission is called `s3:ListBucket`.

use super::bucket;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::Bucket;
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        bucket: String,
        pub(super) prefix: Option<String>,
    }
}

impl Input {
    pub(super) fn check(&self) -> AccessCheck {
        let check = bucket::check("s3:ListBucket", &self.bucket, None);
        check.with("s3:prefix", self.prefix.as_deref().unwrap_or_default())
    }

    /// The bucket, and what is to be told of its objects.
    pub(super) fn contents(&self, stage: &Stage<'_>) -> Result<(Bucket, Vec<Value>), ApiError> {
        let bucket = bucket::find(stage, &self.bucket)?;
        let prefix = self.prefix.as_deref().unwrap_or_default();
        let objects = bucket.objects.iter().filter(|(key, _)| key.starts_with(prefix));
        let contents = objects
            .map(|(key, object)| json!({ "Key": key, "Size": object.size, "LastModified": object.modified }))
            .collect();
        Ok((bucket, contents))
    }
}

/// `s3:ListObjectsV2`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListObjectsV2;

impl Operation for ListObjectsV2 {
    type Input = Input;

    const NAME: &'static str = "s3:ListObjectsV2";
    const IS_READ: bool = true;
    const IS_OPEN_TO_ALL: bool = true;

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![input.check()])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let (bucket, contents) = input.contents(stage)?;
        Ok(json!({ "Name": bucket.name, "KeyCount": contents.len(), "Contents": contents }))
    }
}
