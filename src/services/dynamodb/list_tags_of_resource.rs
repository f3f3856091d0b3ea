//! `dynamodb:ListTagsOfResource`: the tags of a table.

use super::table;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, tags};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        resource_arn: Arn,
    }
}

/// `dynamodb:ListTagsOfResource`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListTagsOfResource;

impl Operation for ListTagsOfResource {
    type Input = Input;

    const NAME: &'static str = "dynamodb:ListTagsOfResource";
    const IS_READ: bool = true;

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.resource_arn.as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let found = table::find(stage, input.resource_arn.as_str())?;
        Ok(json!({ "Tags": tags::list(&found.tags) }))
    }
}
