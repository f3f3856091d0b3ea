//! The policy of a function, a statement a permission (rule G-14).

use crate::policy::PolicyKind;
use crate::services::ApiError;
use crate::world::{Function, StoredPolicy};
use serde_json::{Value, json};

/// The statements that are there.
pub(super) fn statements(function: &Function) -> Vec<Value> {
    let text = function.policy.as_ref().map(StoredPolicy::text).unwrap_or_default();
    let document: Value = serde_json::from_str(text).unwrap_or_default();
    document.get("Statement").and_then(Value::as_array).cloned().unwrap_or_default()
}

/// Where a statement stands, by its id.
pub(super) fn position(statements: &[Value], id: &str) -> Option<usize> {
    statements.iter().position(|statement| statement["Sid"] == id)
}

/// Puts statements in the place of those that were there; without any there is no policy.
pub(super) fn put(function: &mut Function, statements: &[Value]) -> Result<(), ApiError> {
    if statements.is_empty() {
        function.policy = None;
        return Ok(());
    }
    let text = json!({ "Version": "2012-10-17", "Id": "default", "Statement": statements }).to_string();
    let malformed = |problems: Vec<_>| ApiError::malformed("InvalidParameterValueException", &problems);
    function.policy = Some(StoredPolicy::parse(&text, PolicyKind::Resource).map_err(malformed)?);
    Ok(())
}

/// There is no policy, or no such statement.
pub(super) fn missing() -> ApiError {
    ApiError::new("ResourceNotFoundException", 404, "The resource you requested does not exist.")
}
