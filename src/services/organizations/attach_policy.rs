//! `organizations:AttachPolicy`: attaches a policy to the root, a unit or an account.

use super::{error, scope};
use crate::authz::AccessCheck;
use crate::catalog::Quota;
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

/// `organizations:AttachPolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct AttachPolicy;

impl Operation for AttachPolicy {
    type Input = Input;

    const NAME: &'static str = "organizations:AttachPolicy";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(scope::attachment_checks(Self::NAME, stage, &input.policy_id, &input.target_id))
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        scope::change(stage, |organization| {
            let kind = organization.policy(&input.policy_id).ok_or_else(error::no_policy)?.kind;
            if !organization.is_target(&input.target_id) {
                return Err(error::no_target());
            }
            if !organization.is_enabled(kind) {
                return Err(error::type_not_enabled());
            }
            let attached: Vec<_> = organization.attached(&input.target_id, kind).map(|policy| &*policy.id).collect();
            if attached.contains(&&*input.policy_id) {
                return Err(error::duplicate_attachment());
            }
            let quota = match kind {
                OrganizationPolicyType::ServiceControlPolicy => Quota::ScpsPerTarget,
                OrganizationPolicyType::ResourceControlPolicy => Quota::RcpsPerTarget,
            };
            if attached.len() >= quota.value() {
                let message = "You have attached the maximum number of policies to the specified target.";
                return Err(error::constraint(message));
            }
            organization.attach(&input.policy_id, &input.target_id);
            Ok(json!({}))
        })
    }
}
