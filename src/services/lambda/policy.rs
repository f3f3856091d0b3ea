//! The policy of a function, a statement a permission (rule G-14).

use crate::services::{ApiError, permission};
use crate::world::Function;
use serde_json::Value;

/// Puts statements in the place of those that were there; without any there is no policy.
pub(super) fn put(function: &mut Function, statements: &[Value]) -> Result<(), ApiError> {
    function.policy = permission::policy("2012-10-17", "default", statements, "InvalidParameterValueException")?;
    Ok(())
}

/// There is no policy, or no such statement.
pub(super) fn missing() -> ApiError {
    ApiError::new("ResourceNotFoundException", 404, "The resource you requested does not exist.")
}
