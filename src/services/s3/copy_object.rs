//! `s3:CopyObject`: copies an object, for which the source must be read and the destination written.

use super::bucket;
use crate::authz::AccessCheck;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::Object;
use serde_json::{Value, json};

request! {
    /// The request.
    pub(crate) struct Input {
        bucket: String,
        key: String,
        copy_source: String,
    }
}

impl Input {
    /// Bucket and key of the source; a slash may stand before them.
    fn source(&self) -> Result<(&str, &str), ApiError> {
        let source = self.copy_source.strip_prefix('/').unwrap_or(&self.copy_source);
        let parts = source.split_once('/').filter(|(bucket, key)| !bucket.is_empty() && !key.is_empty());
        // The sentence is the one known from practice.
        let invalid = || {
            let message = "Copy Source must mention the source bucket and key: sourcebucket/sourcekey";
            ApiError::new("InvalidArgument", 400, message)
        };
        parts.ok_or_else(invalid)
    }
}

/// `s3:CopyObject`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CopyObject;

impl Operation for CopyObject {
    type Input = Input;

    const NAME: &'static str = "s3:CopyObject";
    const IS_OPEN_TO_ALL: bool = true;

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let (bucket, key) = input.source()?;
        Ok(vec![
            bucket::check("s3:GetObject", bucket, Some(key)),
            bucket::check("s3:PutObject", &input.bucket, Some(&input.key)),
        ])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let (bucket, key) = input.source()?;
        let size = bucket::find_object(stage, bucket, key)?.size;
        let mut destination = bucket::find(stage, &input.bucket)?;
        destination.objects.insert(input.key.as_str().into(), Object { size, modified: stage.now });
        stage.world.put_bucket(destination);
        Ok(json!({ "CopyObjectResult": { "LastModified": stage.now } }))
    }
}
