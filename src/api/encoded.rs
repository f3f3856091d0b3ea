//! The encoded message that EC2 adds to a refusal, for `sts:DecodeAuthorizationMessage` (rules D-9, F-28).
//!
//! What it says is documented; the names of its parts are those of messages that were published. AWS's own cannot be
//! read here, nor the other way round.

use super::denied::OPENING;
use super::record::CheckRecord;
use crate::eval::{ContextValue, Decision, StatementRef};
use crate::json::json;
use crate::policy::PatternElement;
use crate::services::ApiError;
use crate::world::World;
use serde_json::Value;

/// The refusal with what EC2 says around it.
pub(super) fn with_encoded_message(error: ApiError, check: &CheckRecord, world: &World) -> ApiError {
    let Some(account) = check.request.principal.account() else { return error };
    // Permissions of other services, as to pass a role, are refused in EC2's words too.
    let reason = error.message.strip_prefix(OPENING).unwrap_or(&error.message).trim_start();
    let encoded = world.encode(account, &content(check).to_string());
    let message = format!("{OPENING} {reason}. Encoded authorization failure message: {encoded}");
    ApiError { message, ..error }
}

fn content(check: &CheckRecord) -> Value {
    let (request, verdict) = (&check.request, &check.verdict);
    let is_denied = verdict.decision == Decision::ExplicitDeny;
    let denying = verdict.statement.filter(|_| is_denied).and_then(|at| statement(check, at));
    let key = |name: &str| request.context.single(name).unwrap_or_default();
    let name = request.principal.arn().map(|arn| arn.last_name().to_owned()).unwrap_or_default();
    let arn = request.principal.arn().map(|arn| arn.to_string()).unwrap_or_default();
    let conditions = request.context.iter().filter_map(|(key, value)| {
        let values = match value {
            ContextValue::One(value) => items([&**value]),
            ContextValue::Many(values) => items(values.iter().map(|value| &**value)),
            ContextValue::Unknown(_) => return None,
        };
        Some(json!({ "key": key, "values": values }))
    });
    json!({
        "allowed": false,
        "explicitDeny": is_denied,
        "matchedStatements": { "items": denying.into_iter().collect::<Vec<_>>() },
        "failures": { "items": [] },
        "context": {
            "principal": { "id": key("aws:userid"), "name": name, "arn": arn },
            "action": request.action.to_string(),
            "resource": request.resource,
            "conditions": { "items": conditions.collect::<Vec<_>>() },
        },
    })
}

/// The statement that denies, as it was written.
fn statement(check: &CheckRecord, at: StatementRef) -> Option<Value> {
    let applied = check.policies.layer(at.layer).get(usize::from(at.policy))?;
    let statement = applied.policy.document().statements.get(usize::from(at.statement))?;
    let patterns = |element: &PatternElement| items(element.patterns.iter().map(|pattern| &*pattern.value));
    let conditions = statement.conditions.iter().map(|condition| {
        json!({ "key": condition.key.value, "values": items(condition.values.iter().map(|value| &*value.value)) })
    });
    Some(json!({
        "statementId": statement.sid.as_ref().map(|sid| &*sid.value).unwrap_or_default(),
        "effect": "DENY",
        "principals": { "items": [{ "value": check.request.context.single("aws:userid").unwrap_or_default() }] },
        "principalGroups": { "items": [] },
        "actions": patterns(&statement.action),
        "resources": statement.resource.as_ref().map_or_else(|| items([]), patterns),
        "conditions": { "items": conditions.collect::<Vec<_>>() },
    }))
}

fn items<'a>(values: impl IntoIterator<Item = &'a str>) -> Value {
    json!({ "items": values.into_iter().map(|value| json!({ "value": value })).collect::<Vec<_>>() })
}
