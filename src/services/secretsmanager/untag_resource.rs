//! `secretsmanager:UntagResource`: takes tags off a secret.

use super::secret;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::tags::{self, Keys};
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        secret_id: String,
        tag_keys: Vec<String>,
    }
}

/// `secretsmanager:UntagResource`
#[derive(Clone, Copy, Debug)]
pub(crate) struct UntagResource;

impl Operation for UntagResource {
    type Input = Input;

    const NAME: &'static str = "secretsmanager:UntagResource";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let keys = input.tag_keys.iter().map(String::as_str);
        Ok(vec![tags::with_keys(secret::check(Self::NAME, stage, &input.secret_id), keys)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut changed = secret::find_live(stage, &input.secret_id)?;
        tags::remove_all(&mut changed.tags, &input.tag_keys, Keys::AsTyped);
        stage.world.put_resource(changed);
        Ok(json!({}))
    }
}
