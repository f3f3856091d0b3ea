//! `s3:CopyObject`: copies an object, for which the source must be read and the destination written.

use super::encryption::{self, Wanted};
use super::{bucket, notification};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::Object;
use serde_json::Value;

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

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let (bucket, key) = input.source()?;
        let of_source = |action| bucket::check(action, bucket, Some(key));
        let of_copy = |action| bucket::check(action, &input.bucket, Some(&input.key));
        let mut checks = encryption::checks_to_read(stage, bucket, key);
        checks.push(of_copy("s3:PutObject"));
        let default = Wanted::default().key(stage, &input.bucket)?;
        checks.extend(default.map(|default| encryption::to_write(&default, &input.bucket, &input.key)));
        let source = stage.world.bucket(bucket).and_then(|bucket| bucket.objects.get(key));
        if source.is_some_and(|object| !object.tags.is_empty()) {
            checks.extend([of_source("s3:GetObjectTagging"), of_copy("s3:PutObjectTagging")]);
        }
        Ok(checks)
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let (bucket, key) = input.source()?;
        let source = bucket::find_object(stage, bucket, key)?;
        let mut destination = bucket::find(stage, &input.bucket)?;
        encryption::check_usable(stage, source.key.as_ref())?;
        encryption::check_usable(stage, destination.default_key.as_ref())?;
        // Each copy is encrypted as its bucket says, whatever the source is under.
        let copy = Object { modified: stage.now, key: destination.default_key.clone(), ..source };
        notification::tell(stage, &destination, "ObjectCreated:Copy", &input.key);
        destination.objects.insert(input.key.as_str().into(), copy);
        stage.world.put_bucket(destination);
        Ok(json!({ "CopyObjectResult": { "LastModified": stage.now } }))
    }
}
