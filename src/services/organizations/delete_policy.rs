//! `organizations:DeletePolicy`: takes away a policy that is attached nowhere.

use super::{error, scope};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        policy_id: String,
    }
}

/// `organizations:DeletePolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeletePolicy;

impl Operation for DeletePolicy {
    type Input = Input;

    const NAME: &'static str = "organizations:DeletePolicy";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![scope::policy_check(Self::NAME, stage, &input.policy_id)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        scope::change(stage, |organization| {
            let policy = organization.policy(&input.policy_id).ok_or_else(error::no_policy)?;
            if policy.is_from_aws() {
                return Err(error::immutable_policy());
            }
            if organization.targets_of(&input.policy_id).next().is_some() {
                return Err(error::policy_in_use());
            }
            organization.remove_policy(&input.policy_id);
            Ok(json!({}))
        })
    }
}
