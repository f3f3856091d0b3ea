//! `iam:GetContextKeysForPrincipalPolicy`: the condition keys that the policies of a user, group or role ask for, and
//! policies that are passed besides.

use super::simulate_principal_policy::source;
use super::simulation;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        policy_source_arn: Arn,
        policy_input_list: Vec<String>,
    }
}

/// `iam:GetContextKeysForPrincipalPolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetContextKeysForPrincipalPolicy;

impl Operation for GetContextKeysForPrincipalPolicy {
    type Input = Input;

    const NAME: &'static str = "iam:GetContextKeysForPrincipalPolicy";
    const IS_READ: bool = true;

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.policy_source_arn.as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let (_, policies) = source(&input.policy_source_arn, stage)?;
        let passed = simulation::passed("PolicyInputList", &input.policy_input_list)?;
        let all = policies.identity.iter().chain(&passed).map(|applied| &*applied.policy);
        Ok(json!({ "ContextKeyNames": simulation::keys(all) }))
    }
}
