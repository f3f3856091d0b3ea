//! `dynamodb:UntagResource`: takes tags off a table.

use super::table;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::tags::{self, Keys};
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        resource_arn: Arn,
        tag_keys: Vec<String>,
    }
}

/// `dynamodb:UntagResource`
#[derive(Clone, Copy, Debug)]
pub(crate) struct UntagResource;

impl Operation for UntagResource {
    type Input = Input;

    const NAME: &'static str = "dynamodb:UntagResource";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let check = AccessCheck::new(Self::NAME, input.resource_arn.as_str());
        Ok(vec![tags::with_keys(check, input.tag_keys.iter().map(String::as_str))])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut changed = table::find(stage, input.resource_arn.as_str())?;
        tags::remove_all(&mut changed.tags, &input.tag_keys, Keys::AsTyped);
        stage.world.put_resource(changed);
        Ok(json!({}))
    }
}
