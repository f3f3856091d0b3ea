//! Filters of the calls that describe: all must let a thing through, by one of their values.

use crate::glob::Glob;
use crate::services::ApiError;
use crate::services::request::request;

request! {
    /// A filter of a request.
    pub(crate) struct Filter {
        name: String,
        values: Vec<String>,
    }
}

/// Whether something gets through all filters; `values` has what it is called by the name of a filter, and nothing
/// where there is no such filter.
pub(super) fn lets_through(
    filters: &[Filter],
    values: impl Fn(&str) -> Option<Vec<Box<str>>>,
) -> Result<bool, ApiError> {
    for filter in filters {
        let invalid = || {
            let message = format!("The filter '{}' is invalid", filter.name);
            ApiError::new("InvalidParameterValue", 400, message)
        };
        let found = values(&filter.name).ok_or_else(invalid)?;
        let is_like = |pattern: &String| found.iter().any(|value| Glob::new(pattern).matches(value));
        if !filter.values.iter().any(is_like) {
            return Ok(false);
        }
    }
    Ok(true)
}
