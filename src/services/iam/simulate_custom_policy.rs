//! `iam:SimulateCustomPolicy`: what policies that nobody holds would say to requests that nobody makes.

use super::simulation::{self, ContextEntry, Scenario};
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::eval::{Principal, PrincipalPolicies};
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        policy_input_list: Vec<String>,
        permissions_boundary_policy_input_list: Option<Vec<String>>,
        action_names: Vec<String>,
        resource_arns: Vec<String>,
        resource_policy: Option<String>,
        resource_owner: Option<String>,
        caller_arn: Option<Arn>,
        context_entries: Vec<ContextEntry>,
    }
}

/// `iam:SimulateCustomPolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct SimulateCustomPolicy;

impl Operation for SimulateCustomPolicy {
    type Input = Input;

    const NAME: &'static str = "iam:SimulateCustomPolicy";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let account = stage.account();
        let limits = input.permissions_boundary_policy_input_list.as_ref();
        let boundary =
            limits.map(|texts| simulation::passed("PermissionsBoundaryPolicyInputList", texts)).transpose()?;
        let policies = PrincipalPolicies {
            identity: simulation::passed("PolicyInputList", &input.policy_input_list)?,
            permissions_boundary: boundary,
            ..PrincipalPolicies::default()
        };
        let principal = input.caller_arn.map(|arn| user(arn, stage)).transpose()?;
        let scenario = Scenario {
            actions: input.action_names,
            resources: input.resource_arns,
            resource_policy: input.resource_policy,
            resource_owner: input.resource_owner,
            context: input.context_entries,
            principal,
            account,
        };
        simulation::results(&scenario, policies)
    }
}

/// The caller of a simulation is a user; nothing else is taken.
pub(super) fn user(arn: Arn, stage: &Stage<'_>) -> Result<Principal, ApiError> {
    if arn.service() != "iam" || !arn.resource().starts_with("user/") {
        return Err(ApiError::new(
            "InvalidInput",
            400,
            format!("Invalid Entity Arn: {arn} does not clearly define entity type and name."),
        ));
    }
    let account = arn.account().unwrap_or_else(|| stage.account());
    Ok(Principal::User { arn, account })
}
