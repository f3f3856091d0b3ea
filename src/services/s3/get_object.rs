//! `s3:GetObject`: reads an object.

use super::bucket::{self, OfObject};
use crate::authz::{AccessCheck, gather};
use crate::eval::authorize;
use crate::services::{ApiError, Operation, Stage};
use serde_json::{Value, json};

/// `s3:GetObject`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetObject;

impl Operation for GetObject {
    type Input = OfObject;

    const NAME: &'static str = "s3:GetObject";
    const IS_READ: bool = true;
    const IS_OPEN_TO_ALL: bool = true;

    fn checks(input: &OfObject, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![bucket::check(Self::NAME, &input.bucket, Some(&input.key))])
    }

    fn execute(input: OfObject, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let bucket = bucket::find(stage, &input.bucket)?;
        let object = bucket.objects.get(&*input.key).ok_or_else(|| missing(stage, &input.bucket))?;
        Ok(json!({ "ContentLength": object.size, "LastModified": object.modified }))
    }
}

/// Only those who may list the bucket are told that there is no such object.
fn missing(stage: &Stage<'_>, bucket: &str) -> ApiError {
    let may_list = stage.caller.caller().is_none_or(|caller| {
        let check = bucket::check("s3:ListBucket", bucket, None);
        let (request, policies) = gather(stage.world, caller, &check, stage.environment, stage.now);
        authorize(&request, &policies).is_allowed()
    });
    if may_list {
        ApiError::new("NoSuchKey", 404, "The specified key does not exist.")
    } else {
        ApiError::new("AccessDenied", 403, "Access Denied")
    }
}
