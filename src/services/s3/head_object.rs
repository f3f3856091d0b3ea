//! `s3:HeadObject`: says what `GetObject` would hand over; the permission is the same.

use super::bucket::{self, OfObject};
use crate::authz::AccessCheck;
use crate::services::{ApiError, Operation, Stage};
use serde_json::{Value, json};

/// `s3:HeadObject`
#[derive(Clone, Copy, Debug)]
pub(crate) struct HeadObject;

impl Operation for HeadObject {
    type Input = OfObject;

    const NAME: &'static str = "s3:HeadObject";
    const IS_READ: bool = true;
    const IS_OPEN_TO_ALL: bool = true;

    fn checks(input: &OfObject, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![bucket::check("s3:GetObject", &input.bucket, Some(&input.key))])
    }

    fn execute(input: OfObject, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let found = bucket::find_object(stage, &input.bucket, &input.key);
        let object = found.map_err(|error| bucket::without_body(&error))?;
        Ok(json!({ "LastModified": object.modified, "ContentLength": object.size }))
    }
}
