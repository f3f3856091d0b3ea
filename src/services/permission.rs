//! Policies that a service writes statement by statement, as permissions are added and removed: of functions, queues and
//! topics.

use super::ApiError;
use crate::json::json;
use crate::policy::PolicyKind;
use crate::world::StoredPolicy;
use serde_json::Value;

/// The statements that are there.
pub(super) fn statements(policy: Option<&StoredPolicy>) -> Vec<Value> {
    let document: Value = serde_json::from_str(policy.map(StoredPolicy::text).unwrap_or_default()).unwrap_or_default();
    match document.get("Statement") {
        Some(Value::Array(statements)) => statements.clone(),
        Some(statement) => vec![statement.clone()],
        None => Vec::new(),
    }
}

/// Where a statement stands, by its id.
pub(super) fn position(statements: &[Value], id: &str) -> Option<usize> {
    statements.iter().position(|statement| statement["Sid"] == id)
}

/// The policy with these statements; without any there is none.
///
/// Errors: they make no policy.
pub(super) fn policy(
    version: &str,
    id: &str,
    statements: &[Value],
    code: &'static str,
) -> Result<Option<StoredPolicy>, ApiError> {
    if statements.is_empty() {
        return Ok(None);
    }
    let text = json!({ "Version": version, "Id": id, "Statement": statements }).to_string();
    let malformed = |problems: Vec<_>| ApiError::malformed(code, &problems);
    StoredPolicy::parse(&text, PolicyKind::Resource).map(Some).map_err(malformed)
}
