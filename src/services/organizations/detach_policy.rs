//! `organizations:DetachPolicy`: detaches a policy; one SCP stays at every level, and `RCPFullAWSAccess` stays everywhere.

use super::{error, scope};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::OrganizationPolicyType;
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        policy_id: String,
        target_id: String,
    }
}

/// `organizations:DetachPolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DetachPolicy;

impl Operation for DetachPolicy {
    type Input = Input;

    const NAME: &'static str = "organizations:DetachPolicy";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(scope::attachment_checks(Self::NAME, stage, &input.policy_id, &input.target_id))
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        scope::change(stage, |organization| {
            let policy = organization.policy(&input.policy_id).ok_or_else(error::no_policy)?;
            if !organization.is_target(&input.target_id) {
                return Err(error::no_target());
            }
            let attached: Vec<_> = organization.attached(&input.target_id, policy.kind).collect();
            if !attached.iter().any(|known| known.id == policy.id) {
                return Err(error::not_attached());
            }
            if policy.kind == OrganizationPolicyType::ResourceControlPolicy && policy.is_from_aws() {
                return Err(error::invalid_input("You can't detach this AWS managed policy."));
            }
            if attached.len() == 1 {
                let message = "You cannot remove the last policy attached to the specified target. You must have at least one attached at all times.";
                return Err(error::constraint(message));
            }
            organization.detach(&input.policy_id, &input.target_id);
            Ok(json!({}))
        })
    }
}
