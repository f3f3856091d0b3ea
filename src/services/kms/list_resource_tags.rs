//! `kms:ListResourceTags`: the tags of a key.

use super::{key, tagging};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        key_id: String,
    }
}

/// `kms:ListResourceTags`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListResourceTags;

impl Operation for ListResourceTags {
    type Input = Input;

    const NAME: &'static str = "kms:ListResourceTags";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![key::check(Self::NAME, stage, &input.key_id)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let found = key::find(stage, &key::arn(stage, &input.key_id, None))?;
        Ok(json!({ "Tags": tagging::list(&found.tags) }))
    }
}
