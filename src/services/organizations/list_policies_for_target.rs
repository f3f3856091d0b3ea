//! `organizations:ListPoliciesForTarget`: the policies of a type that are attached right to a root, unit or account.

use super::{document, error, scope};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::OrganizationPolicyType;
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        filter: OrganizationPolicyType,
        target_id: String,
    }
}

/// `organizations:ListPoliciesForTarget`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListPoliciesForTarget;

impl Operation for ListPoliciesForTarget {
    type Input = Input;

    const NAME: &'static str = "organizations:ListPoliciesForTarget";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let check = scope::check(Self::NAME, stage, |organization| organization.target_arn(&input.target_id));
        Ok(vec![check.with(scope::POLICY_TYPE, input.filter.as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let organization = scope::seen(stage)?;
        if !organization.is_target(&input.target_id) {
            return Err(error::no_target());
        }
        let policies: Vec<Value> =
            organization.attached(&input.target_id, input.filter).map(document::summary).collect();
        Ok(json!({ "Policies": policies }))
    }
}
