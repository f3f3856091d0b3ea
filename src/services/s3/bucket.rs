//! What the calls on a bucket have in common.

use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::services::request::request;
use crate::services::{ApiError, Stage};
use crate::world::Bucket;

request! {
    /// A request that names a bucket.
    pub(crate) struct OfBucket {
        pub(super) bucket: String,
    }
}

request! {
    /// A request that names an object.
    pub(crate) struct OfObject {
        pub(super) bucket: String,
        pub(super) key: String,
    }
}

/// Permission for `action` on the bucket, or on an object in it.
pub(super) fn check(action: &str, bucket: &str, key: Option<&str>) -> AccessCheck {
    let resource = key.map_or_else(|| bucket.to_owned(), |key| format!("{bucket}/{key}"));
    AccessCheck::new(action, Arn::new("s3", "", None, &resource).as_str())
}

/// The bucket, for calls that only an identity of the account that owns it can make.
pub(super) fn find_own(stage: &Stage<'_>, name: &str) -> Result<Bucket, ApiError> {
    let bucket = find(stage, name)?;
    if bucket.account == stage.account() {
        return Ok(bucket);
    }
    let message = "The specified method is not allowed against this resource.";
    Err(ApiError::new("MethodNotAllowed", 405, message))
}

/// The bucket, or S3's answer if there is none.
pub(super) fn find(stage: &Stage<'_>, name: &str) -> Result<Bucket, ApiError> {
    let missing = || ApiError::new("NoSuchBucket", 404, "The specified bucket does not exist");
    stage.world.bucket(name).cloned().ok_or_else(missing)
}
