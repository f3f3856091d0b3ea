//! What the calls on a bucket have in common.

use crate::arn::Arn;
use crate::authz::{AccessCheck, gather};
use crate::eval::authorize;
use crate::services::request::request;
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

/// Only those who may list the bucket are told that there is no such object.
fn missing(stage: &Stage<'_>, bucket: &str) -> ApiError {
    let may_list = stage.caller.caller().is_none_or(|caller| {
        let wanted = check("s3:ListBucket", bucket, None);
        let (request, policies) = gather(stage.world, caller, &wanted, stage.environment, stage.now);
        authorize(&request, &policies).is_allowed()
    });
    if may_list {
        ApiError::new("NoSuchKey", 404, "The specified key does not exist.")
    } else {
        ApiError::new("AccessDenied", 403, "Access Denied")
    }
}

/// What is left of an error where the answer has no body: the AWS CLI shows the status for the code, and its name.
/// (API_HeadBucket, API_HeadObject)
#[must_use]
pub fn without_body(error: &ApiError) -> ApiError {
    let (code, message) = match error.status {
        400 => ("400", "Bad Request"),
        403 => ("403", "Forbidden"),
        _ => ("404", "Not Found"),
    };
    ApiError::new(code, error.status, message)
}
