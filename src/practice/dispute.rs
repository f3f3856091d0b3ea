//! What is not examined: answers on which a disputed rule bears (decision 11).
//!
//! The stations name their rules themselves. For the language and the conditions this looks for the spots in
//! documents and requests that a disputed rule is about; where it is not sure, it says disputed.

use crate::api::CheckRecord;
use crate::eval::{ContextValue, PolicyLayer, Principal, TraceEvent};
use crate::policy::{Comparison, Condition, Effect, Policy, Statement};
use crate::rule::Confidence;

/// Whether a disputed rule may bear on the answer.
pub(super) fn is_disputed(check: &CheckRecord) -> bool {
    let names_one = |event: &TraceEvent| match event {
        TraceEvent::Station { rule, .. } | TraceEvent::Gate { rule, .. } => rule.confidence() == Confidence::Disputed,
        _ => false,
    };
    let is_odd_caller = match check.request.principal {
        // C-24, C-30: who federates.
        Principal::FederatedUser { .. } => true,
        // C-61: services, where resource control policies may bear on them.
        Principal::Service { .. } => check.policies.resource.rcps.is_some(),
        _ => false,
    };
    let policies = PolicyLayer::ALL.into_iter().flat_map(|layer| check.policies.layer(layer));
    is_odd_caller
        || check.trace.events().iter().any(names_one)
        || policies.into_iter().any(|applied| in_policy(&applied.policy, check))
}

fn in_policy(policy: &Policy, check: &CheckRecord) -> bool {
    let document = policy.document();
    // a document without a version that has variables.
    let has_unclear_variables = document.version.is_none() && policy.text().contains("${");
    has_unclear_variables || document.statements.iter().any(|statement| in_statement(statement, check))
}

fn in_statement(statement: &Statement, check: &CheckRecord) -> bool {
    // Allow with NotPrincipal.
    let is_negated = statement.principal.as_ref().is_some_and(|principal| principal.is_negated);
    let patterns = statement.resource.iter().flat_map(|element| &element.patterns);
    statement.effect.value == Effect::Allow && is_negated
        || patterns.into_iter().any(|pattern| in_pattern(&pattern.value))
        || statement.conditions.iter().any(|condition| in_condition(condition, check))
}

/// a `*` before the last field of an ARN.
fn in_pattern(pattern: &str) -> bool {
    pattern.starts_with("arn:") && pattern.splitn(6, ':').take(5).any(|field| field.contains(['*', '?']))
}

fn in_condition(condition: &Condition, check: &CheckRecord) -> bool {
    let key = condition.key.value.to_ascii_lowercase();
    let operator = condition.operator.value;
    let values = || condition.values.iter().map(|value| &*value.value);
    let is_mfa = key.starts_with("aws:multifactorauth");
    let is_user = matches!(check.request.principal, Principal::User { .. } | Principal::Root { .. });
    let is_text = matches!(
        operator.comparison,
        Comparison::StringEquals | Comparison::StringEqualsIgnoreCase | Comparison::StringLike | Comparison::ArnLike
    );
    let asked = check.request.context.get(&key);
    let is_odd = |value: &str| value.is_empty() || value.contains(['*', '?']);
    [
        // B-4: nothing to compare with.
        condition.values.is_empty(),
        // B-35, B-39: who has the keys of MFA.
        is_mfa && (!is_user || operator.comparison == Comparison::Null),
        // B-17: how truth is capitalized.
        operator.comparison == Comparison::Bool && !values().all(|value| value == "true" || value == "false"),
        // B-19: a bare address of the newer kind.
        operator.comparison == Comparison::IpAddress && values().any(|value| value.contains(':')),
        // B-10, B-24, B-25: sets.
        operator.qualifier.is_some() || matches!(asked, Some(ContextValue::Many(_))),
        // A-68, B-11: stars and nothing in the values of the request.
        asked.is_some_and(|asked| asked.values().iter().any(|value| is_odd(value))),
        // C-23: grants by this key.
        key == "aws:principalarn",
        // variables where text is not compared.
        values().any(|value| value.contains("${")) && !is_text,
    ]
    .contains(&true)
}
