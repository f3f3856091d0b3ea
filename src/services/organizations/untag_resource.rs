//! `organizations:UntagResource`: takes tags off an account, a unit, the root or a policy.

use super::{scope, tagging};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::tags::{self, Keys};
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        resource_id: String,
        tag_keys: Vec<String>,
    }
}

/// `organizations:UntagResource`
#[derive(Clone, Copy, Debug)]
pub(crate) struct UntagResource;

impl Operation for UntagResource {
    type Input = Input;

    const NAME: &'static str = "organizations:UntagResource";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let keys = input.tag_keys.iter().map(String::as_str);
        Ok(vec![tags::with_keys(tagging::check(Self::NAME, stage, &input.resource_id), keys)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        scope::change(stage, |organization| {
            let mut changed = tagging::find(organization, &input.resource_id)?;
            tags::remove_all(&mut changed, &input.tag_keys, Keys::AsTyped);
            organization.set_tags(&input.resource_id, changed);
            Ok(json!({}))
        })
    }
}
