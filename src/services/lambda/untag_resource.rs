//! `lambda:UntagResource`: takes tags off a function.

use super::function;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::tags::{self, Keys};
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        resource: String,
        tag_keys: Vec<String>,
    }
}

/// `lambda:UntagResource`
#[derive(Clone, Copy, Debug)]
pub(crate) struct UntagResource;

impl Operation for UntagResource {
    type Input = Input;

    const NAME: &'static str = "lambda:UntagResource";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let keys = input.tag_keys.iter().map(String::as_str);
        Ok(vec![tags::with_keys(function::check(Self::NAME, stage, &input.resource), keys)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut changed = function::find(stage, &input.resource)?;
        tags::remove_all(&mut changed.tags, &input.tag_keys, Keys::AsTyped);
        stage.world.put_function(changed);
        Ok(json!({}))
    }
}
