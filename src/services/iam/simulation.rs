//! What `SimulateCustomPolicy` and `SimulatePrincipalPolicy` have in common: requests that are only imagined, put to
//! the one evaluator.
//!
//! As at AWS, a simulation knows the context keys that it is given and those that follow from who asks, and no others:
//! no time, no address, no tags. Resource policies take part only if they are passed. Neither VPC endpoints nor
//! session policies do.

use crate::arn::{AccountId, Arn};
use crate::authz::principal_keys;
use crate::eval::{
    ApplicablePolicies, AppliedPolicy, AuthorizationRequest, ContextValue, Decision, PolicyLayer, Principal,
    PrincipalPolicies, RequestContext, ResourcePolicies, ResourcePolicyRule, StatementRef, Station, StationOutcome,
    Trace, authorize_traced,
};
use crate::json::json;
use crate::policy::{Effect, Policy, PolicyKind, TemplatePart, parse_template};
use crate::services::ApiError;
use crate::services::request::request;
use crate::span::LineIndex;
use crate::world::StoredPolicy;
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::Arc;

request! {
    /// A context key of the imagined request.
    pub(super) struct ContextEntry {
        name = "ContextKeyName": Option<String>,
        values = "ContextKeyValues": Vec<String>,
        kind = "ContextKeyType": Option<String>,
    }
}

/// What is imagined, beside the policies.
pub(super) struct Scenario {
    pub(super) actions: Vec<String>,
    pub(super) resources: Vec<String>,
    pub(super) resource_policy: Option<String>,
    pub(super) resource_owner: Option<String>,
    pub(super) context: Vec<ContextEntry>,
    /// Who asks; none for a group, or for policies that nobody holds yet.
    pub(super) principal: Option<Principal>,
    /// Where the simulation takes place.
    pub(super) account: AccountId,
}

/// Every action on every resource, put to the evaluator.
///
/// Errors: a policy that is passed cannot be read, or a resource is no ARN.
pub(super) fn results(scenario: &Scenario, policies: PrincipalPolicies) -> Result<Value, ApiError> {
    let resource = resource_policies(scenario)?;
    let context = context(scenario);
    let limits = policies.permissions_boundary.iter().flatten();
    let given = policies.identity.iter().chain(limits).chain(&resource.resource);
    let missing: Vec<String> =
        keys(given.map(|applied| &*applied.policy)).into_iter().filter(|key| is_missing(&context, key)).collect();
    let applicable = ApplicablePolicies {
        principal: Arc::new(policies),
        resource: Arc::new(resource),
        ..ApplicablePolicies::default()
    };
    let mut results = Vec::new();
    let everything = ["*".to_owned()];
    let resources = if scenario.resources.is_empty() { &everything[..] } else { &scenario.resources };
    for action in &scenario.actions {
        for resource in resources {
            let request = request(scenario, action, resource, context.clone())?;
            results.push(result(&request, &applicable, &missing));
        }
    }
    Ok(json!({ "EvaluationResults": results }))
}

/// Reads policies that are passed, and names them by their place.
pub(super) fn passed(list: &str, texts: &[String]) -> Result<Vec<AppliedPolicy>, ApiError> {
    let read = |(place, text): (usize, &String)| {
        let name = format!("{list}.{}", place + 1);
        Ok(AppliedPolicy::direct(&name, Arc::clone(parsed(text, PolicyKind::Identity)?.policy())))
    };
    texts.iter().enumerate().map(read).collect()
}

fn parsed(text: &str, kind: PolicyKind) -> Result<StoredPolicy, ApiError> {
    StoredPolicy::parse(text, kind).map_err(|problems| ApiError::malformed("InvalidInput", &problems))
}

/// The keys that the policies ask for, in conditions and as variables, as they are spelt.
pub(super) fn keys<'a>(policies: impl Iterator<Item = &'a Policy>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for policy in policies {
        let document = policy.document();
        let mut put = |key: &str| {
            if seen.insert(key.to_ascii_lowercase()) {
                found.push(key.to_owned());
            }
        };
        let has_variables = document.has_variables();
        for statement in &document.statements {
            for pattern in statement.resource.iter().flat_map(|element| &element.patterns).filter(|_| has_variables) {
                variables(&pattern.value).for_each(|key| put(&key));
            }
            for condition in &statement.conditions {
                put(&condition.key.value);
                for value in condition.values.iter().filter(|_| has_variables) {
                    variables(&value.value).for_each(|key| put(&key));
                }
            }
        }
    }
    found
}

fn variables(text: &str) -> impl Iterator<Item = Box<str>> {
    parse_template(text).into_iter().filter_map(|part| match part {
        TemplatePart::Variable { key, .. } => Some(key),
        _ => None,
    })
}

fn is_missing(context: &RequestContext, key: &str) -> bool {
    context.get(&key.to_ascii_lowercase()).is_none()
}

fn context(scenario: &Scenario) -> RequestContext {
    let mut context = scenario.principal.as_ref().map(principal_keys).unwrap_or_default();
    for entry in &scenario.context {
        let Some(name) = &entry.name else { continue };
        let is_list = entry.kind.as_deref().is_some_and(|kind| kind.ends_with("List"));
        let values: Vec<Box<str>> = entry.values.iter().map(|value| value.as_str().into()).collect();
        let value = match values.as_slice() {
            [one] if !is_list => ContextValue::One(one.clone()),
            _ => ContextValue::Many(values),
        };
        context.set(name, value);
    }
    context
}

fn resource_policies(scenario: &Scenario) -> Result<ResourcePolicies, ApiError> {
    let Some(text) = &scenario.resource_policy else { return Ok(ResourcePolicies::default()) };
    if scenario.principal.is_none() {
        let message = "CallerArn must be provided when a ResourcePolicy is specified";
        return Err(ApiError::new("InvalidInput", 400, message));
    }
    let policy = AppliedPolicy::direct("ResourcePolicy", Arc::clone(parsed(text, PolicyKind::Resource)?.policy()));
    Ok(ResourcePolicies { resource: vec![policy], rule: ResourcePolicyRule::Grants, ..ResourcePolicies::default() })
}

fn request(
    scenario: &Scenario,
    action: &str,
    resource: &str,
    context: RequestContext,
) -> Result<AuthorizationRequest, ApiError> {
    let arn: Option<Arn> = resource.parse().ok();
    if arn.is_none() && resource != "*" {
        return Err(ApiError::new("InvalidInput", 400, format!("ARN {resource} is not valid.")));
    }
    let owner = scenario.resource_owner.as_ref().and_then(|owner| owner.parse::<Arn>().ok()?.account());
    let owner = owner.or_else(|| arn.and_then(|arn| arn.account()));
    let own = scenario.principal.as_ref().and_then(Principal::account).unwrap_or(scenario.account);
    let nobody = || Principal::User { arn: Arn::new("iam", "", Some(own), "user/"), account: own };
    Ok(AuthorizationRequest {
        principal: scenario.principal.clone().unwrap_or_else(nobody),
        action: action.into(),
        resource: resource.into(),
        // Without a policy of the resource the identity's own decide, whoever owns what is asked about.
        resource_account: owner.filter(|_| scenario.resource_policy.is_some()).unwrap_or(own),
        context,
    })
}

fn result(request: &AuthorizationRequest, policies: &ApplicablePolicies, missing: &[String]) -> Value {
    let (verdict, trace) = authorize_traced(request, policies);
    let decision = match verdict.decision {
        Decision::Allowed => "allowed",
        Decision::ExplicitDeny => "explicitDeny",
        Decision::ImplicitDeny | Decision::CannotSay => "implicitDeny",
    };
    let mut result = json!({
        "EvalActionName": &*request.action, "EvalResourceName": &*request.resource, "EvalDecision": decision,
        "MatchedStatements": matched(policies, &trace, verdict.decision), "MissingContextValues": missing,
    });
    if policies.principal.scps.is_some() {
        result["OrganizationsDecisionDetail"] = json!({ "AllowedByOrganizations": lets_through(&trace, Station::Scp) });
    }
    if policies.principal.permissions_boundary.is_some() {
        let allowed = lets_through(&trace, Station::PermissionsBoundary);
        result["PermissionsBoundaryDecisionDetail"] = json!({ "AllowedByPermissionsBoundary": allowed });
    }
    result
}

/// Whether the layer itself allows. A station that was not reached says nothing, but its statements were compared.
fn lets_through(trace: &Trace, station: Station) -> bool {
    match trace.station(station).map(|(outcome, _)| outcome) {
        Some(StationOutcome::Stopped) => false,
        Some(StationOutcome::NotReached) => {
            station.layer().is_some_and(|layer| trace.statements(layer).any(|(_, is_match)| is_match))
        }
        _ => true,
    }
}

/// The statements that decide: of a denial the Deny alone, of an Allow those that grant.
fn matched(policies: &ApplicablePolicies, trace: &Trace, decision: Decision) -> Vec<Value> {
    let wanted = match decision {
        Decision::ExplicitDeny => Effect::Deny,
        Decision::Allowed => Effect::Allow,
        Decision::ImplicitDeny | Decision::CannotSay => return Vec::new(),
    };
    let granting = [PolicyLayer::Identity, PolicyLayer::Resource];
    let layers = PolicyLayer::ALL.into_iter().filter(|layer| wanted == Effect::Deny || granting.contains(layer));
    let found = layers.flat_map(|layer| trace.statements(layer)).filter(|(_, is_match)| *is_match);
    found.filter_map(|(at, _)| statement(policies, at, wanted)).collect()
}

fn statement(policies: &ApplicablePolicies, at: StatementRef, wanted: Effect) -> Option<Value> {
    let applied = policies.layer(at.layer).get(usize::from(at.policy))?;
    let statement = applied.policy.document().statements.get(usize::from(at.statement))?;
    let text = applied.policy.text();
    let lines = LineIndex::new(text);
    let position = |offset: u32| {
        let position = lines.position(text, usize::try_from(offset).unwrap_or(usize::MAX));
        json!({ "Line": position.line, "Column": position.column })
    };
    (statement.effect.value == wanted).then(|| {
        json!({
            "SourcePolicyId": &*applied.name, "StartPosition": position(statement.span.start),
            "EndPosition": position(statement.span.end),
        })
    })
}
