//! `kms:PutKeyPolicy`: writes the key policy over the one that was there.

use super::key;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request. A key has one policy, and its name is `default`.
    pub(crate) struct Input {
        key_id: String,
        policy_name: Option<String>,
        policy: String,
        bypass_policy_lockout_safety_check: Option<bool>,
        region: Option<String>,
    }
}

/// `kms:PutKeyPolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct PutKeyPolicy;

impl Operation for PutKeyPolicy {
    type Input = Input;

    const NAME: &'static str = "kms:PutKeyPolicy";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let bypass = input.bypass_policy_lockout_safety_check.unwrap_or(false);
        let arn = key::arn(stage, &input.key_id, input.region.as_deref());
        Ok(vec![AccessCheck::new(Self::NAME, arn.as_str()).with(key::BYPASS, &bypass.to_string())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        if input.policy_name.is_some_and(|name| name != "default") {
            return Err(ApiError::new("NotFoundException", 400, "No such policy exists"));
        }
        let arn = key::arn(stage, &input.key_id, input.region.as_deref());
        let mut changed = key::find(stage, &arn)?;
        changed.policy = key::read(stage, &input.policy)?;
        if !input.bypass_policy_lockout_safety_check.unwrap_or(false) {
            key::check_lock_out(stage, &changed)?;
        }
        stage.world.put_key(changed);
        Ok(json!({}))
    }
}
