//! `kms:UntagResource`: takes tags off a key.

use super::key;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::tags::{self, Keys};
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        key_id: String,
        tag_keys: Vec<String>,
    }
}

/// `kms:UntagResource`
#[derive(Clone, Copy, Debug)]
pub(crate) struct UntagResource;

impl Operation for UntagResource {
    type Input = Input;

    const NAME: &'static str = "kms:UntagResource";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let keys = input.tag_keys.iter().map(String::as_str);
        Ok(vec![tags::with_keys(key::check(Self::NAME, stage, &input.key_id), keys)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut changed = key::find(stage, &key::arn(stage, &input.key_id, None))?;
        tags::remove_all(&mut changed.tags, &input.tag_keys, Keys::AsTyped);
        stage.world.put_key(changed);
        Ok(json!({}))
    }
}
