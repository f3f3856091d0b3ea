//! Checking input beyond what a model says, in AWS's words (rules E-1, E-4).

use super::ApiError;
use crate::catalog::Quota;

/// A member that must be there in this case, or always.
pub(super) fn missing(member: &str) -> ApiError {
    let problem = "failed to satisfy constraint: Member must not be null";
    ApiError::validation(format!("1 validation error detected: Value null at '{member}' {problem}"))
}

/// The sentence that AWS answers for a value that breaks a constraint.
pub(super) fn failed(member: &str, value: &str, problem: &str) -> ApiError {
    ApiError::validation(format!(
        "1 validation error detected: Value '{value}' at '{member}' failed to satisfy constraint: {problem}"
    ))
}

/// Refuses one more where there are as many as the quota lets be (rule E-8), in IAM's words.
pub(super) fn room(quota: Quota, name: &str, n_there: usize) -> Result<(), ApiError> {
    let most = quota.value();
    if n_there < most {
        return Ok(());
    }
    Err(ApiError::limit_exceeded(format!("Cannot exceed quota for {name}: {most}")))
}
