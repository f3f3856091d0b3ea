//! The golden cases: evaluation cases derived from documented statements, decision and deciding layer.
//!
//! `tests/golden/cases.json` is given from outside the project and never changed here; it explains
//! its own conventions. Each case is one test.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, clippy::unwrap_used, reason = "a test program: a panic is how it reports")]

use iam_sandbox::arn::{AccountId, Arn};
use iam_sandbox::eval::{
    ApplicablePolicies, AppliedPolicy, AuthorizationRequest, ContextValue, DecidedBy, Decision, PolicyLayer, Principal,
    PrincipalPolicies, RequestContext, ResourcePolicies, ResourcePolicyRule, Verdict, authorize, authorize_traced,
};
use iam_sandbox::policy::{Policy, PolicyKind};
use libtest_mimic::{Arguments, Failed, Trial};
use serde_json::Value;
use std::sync::Arc;

fn main() {
    let file: Value = serde_json::from_str(include_str!("golden/cases.json")).unwrap();
    let cases = file["cases"].as_array().unwrap().clone();
    let trial = |case: Value| Trial::test(case["id"].as_str().unwrap().to_owned(), move || run(&case));
    libtest_mimic::run(&Arguments::from_args(), cases.into_iter().map(trial).collect()).exit();
}

fn run(case: &Value) -> Result<(), Failed> {
    let request = request(&case["request"]);
    let policies = policies(case)?;
    let (traced, _) = authorize_traced(&request, &policies);
    let plain = authorize(&request, &policies);
    if (plain.decision, plain.decided_by) != (traced.decision, traced.decided_by) {
        return Err(format!("plain {plain:?}, traced {traced:?}").into());
    }
    let expected = &case["expected"];
    let expected = (expected["decision"].as_str().unwrap(), expected["decidedBy"].as_str().unwrap());
    let found = names(traced);
    if found == expected {
        Ok(())
    } else {
        Err(format!("{}: expected {expected:?}, found {found:?}", case["title"]).into())
    }
}

fn names(verdict: Verdict) -> (&'static str, &'static str) {
    let decision = match verdict.decision {
        Decision::Allowed => "Allowed",
        Decision::ExplicitDeny => "ExplicitDeny",
        Decision::ImplicitDeny => "ImplicitDeny",
        Decision::CannotSay => "CannotSay",
    };
    let decided_by = match verdict.decided_by {
        DecidedBy::Layer(PolicyLayer::VpcEndpoint) => "vpce",
        DecidedBy::Layer(PolicyLayer::Rcp) => "rcp",
        DecidedBy::Layer(PolicyLayer::Scp) => "scp",
        DecidedBy::Layer(PolicyLayer::Resource) => "resource",
        DecidedBy::Layer(PolicyLayer::Identity) => "identity",
        DecidedBy::Layer(PolicyLayer::PermissionsBoundary) => "boundary",
        DecidedBy::Layer(PolicyLayer::Session) => "session",
        DecidedBy::IdentityAndResource => "identity+resource",
        DecidedBy::Root => "root",
        DecidedBy::Exempt => "exempt",
        DecidedBy::Unknown => "unknown",
    };
    (decision, decided_by)
}

fn request(value: &Value) -> AuthorizationRequest {
    let mut context = RequestContext::default();
    for (key, value) in value["context"].as_object().unwrap() {
        let value = match value {
            Value::Array(items) => ContextValue::Many(items.iter().map(|item| item.as_str().unwrap().into()).collect()),
            _ => ContextValue::One(value.as_str().unwrap().into()),
        };
        context.set(key, value);
    }
    let principal = principal(&value["principal"]);
    let resource_account = value["resourceAccount"].as_str().map(|account| account.parse().unwrap());
    AuthorizationRequest {
        resource_account: resource_account.or(principal.account()).unwrap(),
        principal,
        action: value["action"].as_str().unwrap().into(),
        resource: value["resource"].as_str().unwrap().into(),
        context,
    }
}

fn principal(value: &Value) -> Principal {
    let arn = |name: &str| value[name].as_str().unwrap().parse::<Arn>().unwrap();
    let account = || value["account"].as_str().unwrap().parse::<AccountId>().unwrap();
    match value["kind"].as_str().unwrap() {
        "User" => Principal::User { arn: arn("arn"), account: account() },
        "AssumedRole" => Principal::AssumedRole {
            session: arn("arn"),
            role: arn("roleArn"),
            account: account(),
            is_service_linked: value["serviceLinkedRole"].as_bool().unwrap_or(false),
        },
        "FederatedUser" => Principal::FederatedUser { session: arn("arn"), user: arn("userArn"), account: account() },
        "Root" => Principal::Root { account: account() },
        "AWSService" => {
            let name = ["service", "name", "arn"].iter().find_map(|key| value[*key].as_str()).unwrap();
            Principal::Service { name: name.into() }
        }
        _ => Principal::Anonymous,
    }
}

fn policies(case: &Value) -> Result<ApplicablePolicies, Failed> {
    let given = &case["policies"];
    let rule = match given["resourcePolicyType"].as_str() {
        Some("trust") => ResourcePolicyRule::Trust,
        Some("kms") => ResourcePolicyRule::Key,
        _ => ResourcePolicyRule::Grants,
    };
    let kind = match rule {
        ResourcePolicyRule::Trust => PolicyKind::Trust,
        ResourcePolicyRule::Key => PolicyKind::Key,
        _ => PolicyKind::Resource,
    };
    let list = |name: &str, kind| -> Result<Vec<AppliedPolicy>, Failed> {
        let documents = match &given[name] {
            Value::Null => return Ok(Vec::new()),
            Value::Array(documents) => documents.clone(),
            document => vec![document.clone()],
        };
        documents.iter().map(|document| applied(document, kind, 0)).collect()
    };
    let some = |policies: Vec<AppliedPolicy>| (!policies.is_empty()).then_some(policies);
    let (scps, n_scp_levels) = levels(&given["scps"], PolicyKind::Scp)?;
    let (rcps, _) = levels(&given["rcps"], PolicyKind::Rcp)?;
    let in_management = case["request"]["resourceInManagementAccount"].as_bool() == Some(true)
        || given["resourceInManagementAccount"].as_bool() == Some(true);
    let principal = PrincipalPolicies {
        identity: list("identity", PolicyKind::Identity)?,
        permissions_boundary: some(list("boundary", PolicyKind::Identity)?),
        session: some(list("session", PolicyKind::Session)?),
        scps: (n_scp_levels > 0).then_some(scps),
        n_scp_levels,
        is_management_account: case["request"]["principal"]["managementAccount"].as_bool().unwrap_or(false),
    };
    let resource = ResourcePolicies {
        resource: list("resource", kind)?,
        rule,
        is_public_access_blocked: false,
        is_management_account: in_management,
        rcps: some(rcps),
    };
    let vpc_endpoint = some(list("vpce", PolicyKind::VpcEndpoint)?);
    let (principal, resource) = (Arc::new(principal), Arc::new(resource));
    Ok(ApplicablePolicies { principal, resource, vpc_endpoint, ..ApplicablePolicies::default() })
}

fn levels(value: &Value, kind: PolicyKind) -> Result<(Vec<AppliedPolicy>, u16), Failed> {
    let mut policies = Vec::new();
    let levels = value.as_array().map(Vec::as_slice).unwrap_or_default();
    for (level, documents) in (0..).zip(levels) {
        for document in documents.as_array().unwrap() {
            policies.push(applied(document, kind, level)?);
        }
    }
    Ok((policies, u16::try_from(levels.len()).unwrap()))
}

fn applied(document: &Value, kind: PolicyKind, level: u16) -> Result<AppliedPolicy, Failed> {
    // The AWS-managed RCPFullAWSAccess is the one RCP with an Allow; customers cannot write it.
    let is_full_access = kind == PolicyKind::Rcp && document["Statement"].to_string().contains("\"Allow\"");
    let kind = if is_full_access { PolicyKind::Resource } else { kind };
    let parsed = Policy::parse(&document.to_string(), kind);
    let policy = parsed.value.ok_or_else(|| format!("{:?} in {document}", parsed.diagnostics))?;
    Ok(AppliedPolicy { level, ..AppliedPolicy::direct("case", Arc::new(policy)) })
}
