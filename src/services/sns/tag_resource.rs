//! `sns:TagResource`: sets tags of a topic.

use super::topic;
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

/// `sns:TagResource`
#[derive(Clone, Copy, Debug)]
pub(crate) struct TagResource;

impl Operation for TagResource {
    type Input = Input;

    const NAME: &'static str = "sns:TagResource";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![tags::with(topic::check(Self::NAME, &input.resource_arn), &input.tags)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut changed = topic::find_tagged(stage, &input.resource_arn)?;
        topic::put_tags(&mut changed.tags, input.tags)?;
        stage.world.put_resource(changed);
        Ok(json!({}))
    }
}
