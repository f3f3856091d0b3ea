//! `s3:ListObjects`: the older `ListObjectsV2`, for the same permission.

use super::list_objects_v2;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `s3:ListObjects`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListObjects;

impl Operation for ListObjects {
    type Input = list_objects_v2::Input;

    const NAME: &'static str = "s3:ListObjects";
    const IS_READ: bool = true;
    const IS_OPEN_TO_ALL: bool = true;

    fn checks(input: &Self::Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![input.check()])
    }

    fn execute(input: Self::Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let (bucket, contents) = input.contents(stage)?;
        Ok(json!({ "Contents": contents, "Name": bucket.name, "Prefix": input.prefix.unwrap_or_default() }))
    }
}
