//! `lambda:ListTags`: the tags of a function.

use super::function;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        resource: String,
    }
}

/// `lambda:ListTags`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListTags;

impl Operation for ListTags {
    type Input = Input;

    const NAME: &'static str = "lambda:ListTags";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![function::check(Self::NAME, stage, &input.resource)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        Ok(json!({ "Tags": function::find(stage, &input.resource)?.tags }))
    }
}
