//! `organizations:ListTagsForResource`: the tags of an account, a unit, the root or a policy.

use super::{scope, tagging};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, tags};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        resource_id: String,
    }
}

/// `organizations:ListTagsForResource`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListTagsForResource;

impl Operation for ListTagsForResource {
    type Input = Input;

    const NAME: &'static str = "organizations:ListTagsForResource";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![tagging::check(Self::NAME, stage, &input.resource_id)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let found = tagging::find(scope::seen(stage)?, &input.resource_id)?;
        Ok(json!({ "Tags": tags::list(&found) }))
    }
}
