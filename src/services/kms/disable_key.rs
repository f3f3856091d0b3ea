//! `kms:DisableKey`: switches a key off: what is encrypted under it cannot be read until it is on again.

use super::key;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        key_id: String,
    }
}

/// `kms:DisableKey`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DisableKey;

impl Operation for DisableKey {
    type Input = Input;

    const NAME: &'static str = "kms:DisableKey";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![key::check(Self::NAME, stage, &input.key_id)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut changed = key::find(stage, &key::arn(stage, &input.key_id, None))?;
        changed.is_disabled = true;
        stage.world.put_key(changed);
        Ok(json!({}))
    }
}
