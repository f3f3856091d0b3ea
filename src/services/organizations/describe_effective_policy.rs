//! `organizations:DescribeEffectivePolicy`: what policies of a management type come to for an account. SCPs and RCPs are no such, and of the others there are none here.

use super::{account, error, scope};
use crate::authz::AccessCheck;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        policy_type: String,
        target_id: Option<String>,
    }
}

/// `organizations:DescribeEffectivePolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DescribeEffectivePolicy;

impl Operation for DescribeEffectivePolicy {
    type Input = Input;

    const NAME: &'static str = "organizations:DescribeEffectivePolicy";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let account = input.target_id.clone().unwrap_or_else(|| stage.account().to_string());
        let check = scope::check(Self::NAME, stage, |organization| organization.target_arn(&account));
        Ok(vec![check.with(scope::POLICY_TYPE, &input.policy_type)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        match &input.target_id {
            Some(id) if *id != stage.account().to_string() => account::find(scope::seen(stage)?, id).map(|_| ())?,
            _ => scope::organization(stage).map(|_| ())?,
        }
        Err(error::no_effective_policy())
    }
}
