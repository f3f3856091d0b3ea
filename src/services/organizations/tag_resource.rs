//! `organizations:TagResource`: sets tags of an account, a unit, the root or a policy.

use super::{scope, tagging};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::tags::{self, Tag};
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        resource_id: String,
        tags: Vec<Tag>,
    }
}

/// `organizations:TagResource`
#[derive(Clone, Copy, Debug)]
pub(crate) struct TagResource;

impl Operation for TagResource {
    type Input = Input;

    const NAME: &'static str = "organizations:TagResource";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![tags::with(tagging::check(Self::NAME, stage, &input.resource_id), &input.tags)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        scope::change(stage, |organization| {
            let mut changed = tagging::find(organization, &input.resource_id)?;
            tagging::put(&mut changed, input.tags)?;
            organization.set_tags(&input.resource_id, changed);
            Ok(json!({}))
        })
    }
}
