//! The sentence of an AccessDenied, in AWS's words (rules D-1 to D-13).
//!
//! It is made of the question and its answer alone. What AWS adds to look a refusal up by is not here: ids are not
//! made up, and the encoded message that EC2 adds takes a world ([`encoded`](super::encoded)).

use crate::catalog;
use crate::eval::{
    ApplicablePolicies, AuthorizationRequest, DecidedBy, Decision, PolicyLayer, Principal, ResourcePolicyRule, Verdict,
};
use crate::services::ApiError;

/// The error with which a request that was not allowed ends. Wording differs between services; this is
/// typical.
#[must_use]
pub fn access_denied(request: &AuthorizationRequest, policies: &ApplicablePolicies, verdict: &Verdict) -> ApiError {
    error(&Denial { request, policies, verdict })
}

/// With this EC2 begins (rule D-9).
pub(super) const OPENING: &str = "You are not authorized to perform this operation.";

struct Denial<'a> {
    request: &'a AuthorizationRequest,
    policies: &'a ApplicablePolicies,
    verdict: &'a Verdict,
}

impl Denial<'_> {
    /// Whether caller and resource are of one account, or of one organization.
    fn is_among_friends(&self) -> bool {
        let organization = |key| self.request.context.single(key);
        let of_caller = organization("aws:principalorgid");
        self.request.principal.account() == Some(self.request.resource_account)
            || of_caller.is_some() && of_caller == organization("aws:resourceorgid")
    }

    /// Who is told: services by their name, all others by their ARN (D-1).
    fn who(&self) -> String {
        match &self.request.principal {
            Principal::Service { name } => name.to_string(),
            principal => principal.arn().map(|arn| arn.to_string()).unwrap_or_default(),
        }
    }
}

fn error(check: &Denial<'_>) -> ApiError {
    let (code, status) = match check.request.principal {
        Principal::Anonymous => ("AccessDenied", 403),
        _ => catalog::refusal(check.request.action.service()),
    };
    ApiError::new(code, status, message(check))
}

fn message(check: &Denial<'_>) -> String {
    let request = check.request;
    let service = request.action.service();
    match request.principal {
        Principal::Anonymous => return "Access Denied".to_owned(),
        // Whoever shows a token has no name yet.
        Principal::Federated { .. } => return format!("Not authorized to perform {}", request.action),
        // S3 tells outsiders nothing (D-7).
        _ if service == "s3" && !check.is_among_friends() => return "Access Denied".to_owned(),
        _ => {}
    }
    let mut message = format!("User: {} is not authorized to perform: {}", check.who(), request.action);
    if &*request.resource != "*" {
        // S3 puts the ARN into quotes, others do not.
        let quote = if service == "s3" { "\"" } else { "" };
        message = format!("{message} on resource: {quote}{}{quote}", request.resource);
    }
    if let Some(reason) = reason(check) {
        message = format!("{message} {reason}");
    }
    if service == "ec2" {
        message = format!("{OPENING} {message}");
    }
    message
}

/// Why, by type of policy (rule D-2). Outsiders are told no more than that a statement denies (D-5, D-7).
fn reason(check: &Denial<'_>) -> Option<String> {
    let decision = check.verdict.decision;
    let DecidedBy::Layer(layer) = check.verdict.decided_by else {
        return (decision == Decision::ExplicitDeny).then(|| "with an explicit deny".to_owned());
    };
    if !check.is_among_friends() {
        return (decision == Decision::ExplicitDeny).then(|| "with an explicit deny".to_owned());
    }
    let kind = match layer {
        PolicyLayer::VpcEndpoint => "VPC endpoint policy",
        PolicyLayer::Rcp => "resource control policy",
        PolicyLayer::Scp => "service control policy",
        PolicyLayer::Resource if check.policies.resource.rule == ResourcePolicyRule::Trust => "role trust policy",
        PolicyLayer::Resource => "resource-based policy",
        PolicyLayer::Identity => "identity-based policy",
        PolicyLayer::PermissionsBoundary => "permissions boundary",
        PolicyLayer::Session => "session policy",
    };
    let action = &check.request.action;
    Some(match check.verdict.decision {
        Decision::ExplicitDeny => {
            let article = match kind {
                "identity-based policy" => "an",
                "role trust policy" => "the",
                _ => "a",
            };
            format!("with an explicit deny in {article} {kind}{}", arn_of_deny(check, layer))
        }
        _ => format!("because no {kind} allows the {action} action"),
    })
}

/// The ARN of the policy that denies, where it has one and AWS shows it (rule D-3).
fn arn_of_deny(check: &Denial<'_>, layer: PolicyLayer) -> String {
    let is_shown = !matches!(layer, PolicyLayer::Resource | PolicyLayer::VpcEndpoint);
    let at = check.verdict.statement.filter(|_| is_shown);
    let policy = at.and_then(|at| check.policies.layer(at.layer).get(usize::from(at.policy)));
    policy.and_then(|policy| policy.arn.as_ref()).map(|arn| format!(": {arn}")).unwrap_or_default()
}
