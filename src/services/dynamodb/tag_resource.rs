//! `dynamodb:TagResource`: sets tags of a table.

use super::table;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::tags::{self, Tag};
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        resource_arn: Arn,
        tags: Vec<Tag>,
    }
}

/// `dynamodb:TagResource`
#[derive(Clone, Copy, Debug)]
pub(crate) struct TagResource;

impl Operation for TagResource {
    type Input = Input;

    const NAME: &'static str = "dynamodb:TagResource";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![tags::with(AccessCheck::new(Self::NAME, input.resource_arn.as_str()), &input.tags)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut changed = table::find(stage, input.resource_arn.as_str())?;
        table::put_tags(&mut changed.tags, input.tags)?;
        stage.world.put_resource(changed);
        Ok(json!({}))
    }
}
