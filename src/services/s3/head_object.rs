//! `s3:HeadObject`: says what `GetObject` would hand over; the permission is the same.

use super::bucket::{self, OfObject};
use super::encryption;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `s3:HeadObject`
#[derive(Clone, Copy, Debug)]
pub(crate) struct HeadObject;

impl Operation for HeadObject {
    type Input = OfObject;

    const NAME: &'static str = "s3:HeadObject";
    const IS_READ: bool = true;
    const IS_OPEN_TO_ALL: bool = true;
    const HAS_NO_BODY: bool = true;

    fn checks(input: &OfObject, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(encryption::checks_to_read(stage, &input.bucket, &input.key))
    }

    fn execute(input: OfObject, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let object = bucket::find_object(stage, &input.bucket, &input.key)?;
        encryption::check_usable(stage, object.key.as_ref())?;
        Ok(encryption::with_view(
            json!({ "LastModified": object.modified, "ContentLength": object.size }),
            object.key.as_ref(),
        ))
    }
}
