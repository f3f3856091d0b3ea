//! `kms:TagResource`: sets tags of a key.

use super::key;
use super::tagging::{self, Tag};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        key_id: String,
        tags: Vec<Tag>,
    }
}

/// `kms:TagResource`
#[derive(Clone, Copy, Debug)]
pub(crate) struct TagResource;

impl Operation for TagResource {
    type Input = Input;

    const NAME: &'static str = "kms:TagResource";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![tagging::with(key::check(Self::NAME, stage, &input.key_id), &input.tags)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut changed = key::find(stage, &key::arn(stage, &input.key_id, None))?;
        tagging::put(&mut changed.tags, input.tags)?;
        stage.world.put_key(changed);
        Ok(json!({}))
    }
}
