//! `lambda:TagResource`: sets tags of a function.

use super::function;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, tags};
use serde_json::Value;
use std::collections::BTreeMap;

request! {
    /// The request.
    pub(crate) struct Input {
        resource: String,
        tags: BTreeMap<String, String>,
    }
}

/// `lambda:TagResource`
#[derive(Clone, Copy, Debug)]
pub(crate) struct TagResource;

impl Operation for TagResource {
    type Input = Input;

    const NAME: &'static str = "lambda:TagResource";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![tags::with(function::check(Self::NAME, stage, &input.resource), &tags::of_map(&input.tags))])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut changed = function::find(stage, &input.resource)?;
        function::put_tags(&mut changed.tags, tags::of_map(&input.tags))?;
        stage.world.put_function(changed);
        Ok(json!({}))
    }
}
