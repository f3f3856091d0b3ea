//! `iam:SimulatePrincipalPolicy`: what the policies of a user, group or role would say to requests that nobody makes.

use super::entity;
use super::simulate_custom_policy::user;
use super::simulation::{self, ContextEntry, Scenario};
use crate::arn::Arn;
use crate::authz::{AccessCheck, Caller, gather, group_policies};
use crate::eval::{Principal, PrincipalPolicies};
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        policy_source_arn: Arn,
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

/// `iam:SimulatePrincipalPolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct SimulatePrincipalPolicy;

impl Operation for SimulatePrincipalPolicy {
    type Input = Input;

    const NAME: &'static str = "iam:SimulatePrincipalPolicy";
    const IS_READ: bool = true;

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.policy_source_arn.as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let (own, mut policies) = source(&input.policy_source_arn, stage)?;
        policies.identity.extend(simulation::passed("PolicyInputList", &input.policy_input_list)?);
        // A boundary that is passed is taken in place of the one that is set.
        if let Some(texts) = &input.permissions_boundary_policy_input_list {
            policies.permissions_boundary = Some(simulation::passed("PermissionsBoundaryPolicyInputList", texts)?);
        }
        let scenario = Scenario {
            actions: input.action_names,
            resources: input.resource_arns,
            resource_policy: input.resource_policy,
            resource_owner: input.resource_owner,
            context: input.context_entries,
            principal: input.caller_arn.map(|arn| user(arn, stage)).transpose()?.or(own),
            account: stage.account(),
        };
        simulation::results(&scenario, policies)
    }
}

/// Whose policies they are, and all that bear on this principal whatever it asks for: its own, those of its groups,
/// its boundary, and the SCPs over its account.
pub(super) fn source(arn: &Arn, stage: &Stage<'_>) -> Result<(Option<Principal>, PrincipalPolicies), ApiError> {
    let account = entity::account(stage)?;
    let name = arn.last_name();
    let is_own = arn.service() == "iam" && arn.account() == Some(account.id);
    let principal = match arn.resource().split('/').next() {
        Some("user") if is_own => {
            entity::user(account, name)?;
            Principal::User { arn: arn.clone(), account: account.id }
        }
        Some("role") if is_own => {
            entity::role(account, name)?;
            let session = Arn::new("sts", "", Some(account.id), &format!("assumed-role/{name}/simulation"));
            let is_service_linked = arn.resource().starts_with("role/aws-service-role/");
            Principal::AssumedRole { session, role: arn.clone(), account: account.id, is_service_linked }
        }
        Some("group") if is_own => {
            entity::group(account, name)?;
            let identity = group_policies(account, name);
            return Ok((None, PrincipalPolicies { identity, ..PrincipalPolicies::default() }));
        }
        _ => {
            let message = format!("Invalid Entity Arn: {arn} does not clearly define entity type and name.");
            return Err(ApiError::new("InvalidInput", 400, message));
        }
    };
    let caller = Caller::without_key(principal.clone());
    let everything = AccessCheck::new("iam:SimulatePrincipalPolicy", "*");
    let (_, policies) = gather(stage.world, &caller, &everything, stage.environment, stage.now);
    Ok((Some(principal), (*policies.principal).clone()))
}
