//! Reading and checking input, in AWS's words (rules E-1, E-4).

use super::ApiError;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Reads the request of an operation.
pub(super) fn read<T: DeserializeOwned>(input: &Value) -> Result<T, ApiError> {
    T::deserialize(input).map_err(|error| ApiError::validation(format!("1 validation error detected: {error}")))
}

/// The characters `[\w+=,.@-]` and the length that a name may have.
pub(super) fn name(member: &str, value: &str, lengths: std::ops::RangeInclusive<usize>) -> Result<(), ApiError> {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || b"_+=,.@-".contains(&byte);
    let problem = if !value.bytes().all(is_word) {
        "Member must satisfy regular expression pattern: [\\w+=,.@-]+".to_owned()
    } else if value.len() < *lengths.start() {
        format!("Member must have length greater than or equal to {}", lengths.start())
    } else if value.len() > *lengths.end() {
        format!("Member must have length less than or equal to {}", lengths.end())
    } else {
        return Ok(());
    };
    Err(failed(member, value, &problem))
}

/// The sentence that AWS answers for a value that breaks a constraint.
pub(super) fn failed(member: &str, value: &str, problem: &str) -> ApiError {
    ApiError::validation(format!(
        "1 validation error detected: Value '{value}' at '{member}' failed to satisfy constraint: {problem}"
    ))
}
