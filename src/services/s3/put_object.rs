//! `s3:PutObject`: writes an object, with tags if the permission for those is there too.

use super::encryption::{self, Wanted};
use super::{bucket, notification, tagging};
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
        content_length: Option<u64>,
        server_side_encryption: Option<String>,
        kms_key = "SSEKMSKeyId": Option<String>,
        tagging: Option<String>,
    }
}

impl Input {
    fn wanted(&self) -> Wanted<'_> {
        Wanted { algorithm: self.server_side_encryption.as_deref(), key: self.kms_key.as_deref() }
    }
}

/// `s3:PutObject`
#[derive(Clone, Copy, Debug)]
pub(crate) struct PutObject;

impl Operation for PutObject {
    type Input = Input;

    const NAME: &'static str = "s3:PutObject";
    const IS_OPEN_TO_ALL: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let tags = tagging::of_header(input.tagging.as_deref());
        let check = |action| bucket::with_object_tags(bucket::check(action, &input.bucket, Some(&input.key)), &tags);
        let tag = (!tags.is_empty()).then(|| check("s3:PutObjectTagging"));
        let key = input.wanted().key(stage, &input.bucket)?;
        let encrypt = key.map(|key| encryption::to_write(&key, &input.bucket, &input.key));
        let own = input.wanted().with_keys(check(Self::NAME));
        Ok(std::iter::once(own).chain(tag).chain(encrypt).collect())
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut bucket = bucket::find(stage, &input.bucket)?;
        let tags = tagging::read(tagging::of_header(input.tagging.as_deref()), tagging::MOST_ON_OBJECT)?;
        let key = input.wanted().key(stage, &input.bucket)?;
        encryption::check_usable(stage, key.as_ref())?;
        let output = encryption::with_view(json!({}), key.as_ref());
        let size = input.content_length.unwrap_or_default();
        notification::tell(stage, &bucket, "ObjectCreated:Put", &input.key);
        bucket.objects.insert(input.key.into(), Object { size, modified: stage.now, key, tags });
        stage.world.put_bucket(bucket);
        Ok(output)
    }
}
