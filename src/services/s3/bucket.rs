//! What the calls on a bucket have in common.

use crate::arn::Arn;
use crate::authz::{AccessCheck, gather};
use crate::eval::authorize;
use crate::services::request::request;
use crate::services::tags::{self, Tag};
use crate::services::{ApiError, Stage};
use crate::world::{Bucket, Object};

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

/// The check with the keys that tell of an object's tags to be.
pub(super) fn with_object_tags(check: AccessCheck, tags: &[Tag]) -> AccessCheck {
    tags::with_as("s3:RequestObjectTag", "s3:RequestObjectTagKeys", check, tags)
}

/// Changes an object.
pub(super) fn change_object(
    stage: &mut Stage<'_>,
    name: &str,
    key: &str,
    change: impl FnOnce(&mut Object),
) -> Result<(), ApiError> {
    let mut bucket = find(stage, name)?;
    change(bucket.objects.get_mut(key).ok_or_else(|| missing(stage, name))?);
    stage.world.put_bucket(bucket);
    Ok(())
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

/// The object, or S3's answer if there is none.
pub(super) fn find_object(stage: &Stage<'_>, bucket: &str, key: &str) -> Result<Object, ApiError> {
    find(stage, bucket)?.objects.get(key).cloned().ok_or_else(|| missing(stage, bucket))
}

/// Whether the caller has a permission on the bucket, or on an object in it, which is not the call's own.
pub(super) fn may(stage: &Stage<'_>, action: &str, bucket: &str, key: Option<&str>) -> bool {
    stage.caller.caller().is_none_or(|caller| {
        let wanted = check(action, bucket, key);
        let (request, policies) = gather(stage.world, caller, &wanted, stage.environment, stage.now);
        authorize(&request, &policies).is_allowed()
    })
}

/// Only those who may list the bucket are told that there is no such object.
fn missing(stage: &Stage<'_>, bucket: &str) -> ApiError {
    if may(stage, "s3:ListBucket", bucket, None) {
        ApiError::new("NoSuchKey", 404, "The specified key does not exist.")
    } else {
        ApiError::new("AccessDenied", 403, "Access Denied")
    }
}
