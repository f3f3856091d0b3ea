//! `kms:GetKeyPolicy`: shows the policy of a key of the own account.

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
        policy_name: Option<String>,
    }
}

/// `kms:GetKeyPolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetKeyPolicy;

impl Operation for GetKeyPolicy {
    type Input = Input;

    const NAME: &'static str = "kms:GetKeyPolicy";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![key::check(Self::NAME, stage, &input.key_id)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        if input.policy_name.is_some_and(|name| name != "default") {
            return Err(ApiError::new("NotFoundException", 400, "No such policy exists"));
        }
        let found = key::find(stage, &key::arn(stage, &input.key_id, None))?;
        Ok(json!({ "Policy": found.policy.text(), "PolicyName": "default" }))
    }
}
