//! `s3:ListObjectsV2`: lists the objects of a bucket; the permission is called `s3:ListBucket`.

use super::bucket;
use crate::authz::AccessCheck;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::{Value, json};

request! {
    /// The request.
    pub(crate) struct Input {
        bucket: String,
        prefix: Option<String>,
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
        let check = bucket::check("s3:ListBucket", &input.bucket, None);
        Ok(vec![check.with("s3:prefix", input.prefix.as_deref().unwrap_or_default())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let bucket = bucket::find(stage, &input.bucket)?;
        let prefix = input.prefix.unwrap_or_default();
        let keys = bucket.objects.iter().filter(|(key, _)| key.starts_with(&prefix));
        let contents: Vec<Value> = keys
            .map(|(key, object)| json!({ "Key": key, "Size": object.size, "LastModified": object.modified }))
            .collect();
        Ok(json!({ "Name": bucket.name, "KeyCount": contents.len(), "Contents": contents }))
    }
}
