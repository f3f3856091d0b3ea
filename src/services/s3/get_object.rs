//! `s3:GetObject`: reads an object.

use super::bucket::{self, OfObject};
use super::encryption;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `s3:GetObject`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetObject;

impl Operation for GetObject {
    type Input = OfObject;

    const NAME: &'static str = "s3:GetObject";
    const IS_READ: bool = true;
    const IS_OPEN_TO_ALL: bool = true;

    fn checks(input: &OfObject, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(encryption::checks_to_read(stage, &input.bucket, &input.key))
    }

    fn execute(input: OfObject, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let object = bucket::find_object(stage, &input.bucket, &input.key)?;
        encryption::check_usable(stage, object.key.as_ref())?;
        Ok(encryption::with_view(
            json!({ "ContentLength": object.size, "LastModified": object.modified }),
            object.key.as_ref(),
        ))
    }
}
