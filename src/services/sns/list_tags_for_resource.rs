//! `sns:ListTagsForResource`: the tags of a topic.

use super::topic::{self, OfResource};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage, tags};
use serde_json::Value;

/// `sns:ListTagsForResource`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListTagsForResource;

impl Operation for ListTagsForResource {
    type Input = OfResource;

    const NAME: &'static str = "sns:ListTagsForResource";
    const IS_READ: bool = true;

    fn checks(input: &OfResource, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![topic::check(Self::NAME, &input.resource_arn)])
    }

    fn execute(input: OfResource, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let found = topic::find_tagged(stage, &input.resource_arn)?;
        Ok(json!({ "Tags": tags::list(&found.tags) }))
    }
}
