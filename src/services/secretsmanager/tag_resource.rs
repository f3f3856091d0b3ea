//! `secretsmanager:TagResource`: sets tags of a secret.

use super::secret;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::tags::{self, Tag};
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        secret_id: String,
        tags: Vec<Tag>,
    }
}

/// `secretsmanager:TagResource`
#[derive(Clone, Copy, Debug)]
pub(crate) struct TagResource;

impl Operation for TagResource {
    type Input = Input;

    const NAME: &'static str = "secretsmanager:TagResource";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![tags::with(secret::check(Self::NAME, stage, &input.secret_id), &input.tags)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut changed = secret::find_live(stage, &input.secret_id)?;
        secret::put_tags(&mut changed, input.tags)?;
        stage.world.put_resource(changed);
        Ok(json!({}))
    }
}
