//! `iam:GetContextKeysForCustomPolicy`: the condition keys that policies ask for.

use super::simulation;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        policy_input_list: Vec<String>,
    }
}

/// `iam:GetContextKeysForCustomPolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetContextKeysForCustomPolicy;

impl Operation for GetContextKeysForCustomPolicy {
    type Input = Input;

    const NAME: &'static str = "iam:GetContextKeysForCustomPolicy";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(input: Input, _: &mut Stage<'_>) -> Result<Value, ApiError> {
        let policies = simulation::passed("PolicyInputList", &input.policy_input_list)?;
        Ok(json!({ "ContextKeyNames": simulation::keys(policies.iter().map(|applied| &*applied.policy)) }))
    }
}
