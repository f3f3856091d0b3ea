//! `organizations:DescribePolicy`: shows a policy with what it says.

use super::{document, error, scope};
use crate::authz::AccessCheck;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        policy_id: String,
    }
}

/// `organizations:DescribePolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DescribePolicy;

impl Operation for DescribePolicy {
    type Input = Input;

    const NAME: &'static str = "organizations:DescribePolicy";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![scope::policy_check(Self::NAME, stage, &input.policy_id)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let found = scope::seen(stage)?.policy(&input.policy_id);
        Ok(document::whole(found.ok_or_else(error::no_policy)?))
    }
}
