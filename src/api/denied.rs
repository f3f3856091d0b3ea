//! The sentence of an AccessDenied, in AWS's words (rules D-1 to D-8).

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

struct Denial<'a> {
    request: &'a AuthorizationRequest,
    policies: &'a ApplicablePolicies,
    verdict: &'a Verdict,
}

fn error(check: &Denial<'_>) -> ApiError {
    let service = check.request.action.split(':').next().unwrap_or_default().to_ascii_lowercase();
    if matches!(check.request.principal, Principal::Anonymous) {
        return ApiError::new("AccessDenied", 403, "Access Denied");
    }
    let (code, status) = match &*service {
        "dynamodb" | "kms" | "lambda" | "organizations" | "secretsmanager" | "ssm" => ("AccessDeniedException", 400),
        "ec2" => ("UnauthorizedOperation", 403),
        "sns" => ("AuthorizationError", 403),
        _ => ("AccessDenied", 403),
    };
    ApiError::new(code, status, message(check, &service))
}

fn message(check: &Denial<'_>, service: &str) -> String {
    let request = check.request;
    let who = request.principal.arn().map(|arn| arn.to_string()).unwrap_or_default();
    // S3 tells callers of other accounts nothing (D-7).
    if service == "s3" && request.principal.account() != Some(request.resource_account) {
        return "Access Denied".to_owned();
    }
    let mut message = format!("User: {who} is not authorized to perform: {}", request.action);
    if &*request.resource != "*" {
        // S3 puts the ARN into quotes, others do not.
        let quote = if service == "s3" { "\"" } else { "" };
        message = format!("{message} on resource: {quote}{}{quote}", request.resource);
    }
    if let Some(reason) = reason(check) {
        message = format!("{message} {reason}");
    }
    if service == "ec2" {
        message = format!("You are not authorized to perform this operation. {message}");
    }
    message
}

/// Why, by type of policy (rule D-2). Callers from another account are not told (D-7).
fn reason(check: &Denial<'_>) -> Option<String> {
    let DecidedBy::Layer(layer) = check.verdict.decided_by else { return None };
    if check.request.principal.account() != Some(check.request.resource_account) {
        return None;
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
