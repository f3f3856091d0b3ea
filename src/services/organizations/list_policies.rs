//! `organizations:ListPolicies`: the policies of a type.

use super::{document, scope};
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
    }
}

/// `organizations:ListPolicies`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListPolicies;

impl Operation for ListPolicies {
    type Input = Input;

    const NAME: &'static str = "organizations:ListPolicies";
    const IS_READ: bool = true;

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*").with(scope::POLICY_TYPE, input.filter.as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let of_type = scope::seen(stage)?.policies().filter(|policy| policy.kind == input.filter);
        Ok(json!({ "Policies": of_type.map(document::summary).collect::<Vec<_>>() }))
    }
}
