//! The settings of the metadata service in requests (rule G-8).

use crate::services::ApiError;
use crate::world::MetadataOptions;
use serde::Deserialize;

/// The settings that a request changes.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub(crate) struct Options {
    pub(super) http_tokens: Option<String>,
    pub(super) http_put_response_hop_limit: Option<u8>,
    pub(super) http_endpoint: Option<String>,
}

impl Options {
    /// Changes what is set.
    pub(super) fn set(&self, options: &mut MetadataOptions) -> Result<(), ApiError> {
        if let Some(limit) = self.http_put_response_hop_limit {
            if !(1..=64).contains(&limit) {
                return Err(invalid(&limit.to_string(), "httpPutResponseHopLimit"));
            }
            options.hop_limit = limit;
        }
        match self.http_tokens.as_deref() {
            Some("required") => options.requires_token = true,
            Some("optional") => options.requires_token = false,
            Some(other) => return Err(invalid(other, "httpTokens")),
            None => {}
        }
        match self.http_endpoint.as_deref() {
            Some("enabled") => options.is_enabled = true,
            Some("disabled") => options.is_enabled = false,
            Some(other) => return Err(invalid(other, "httpEndpoint")),
            None => {}
        }
        Ok(())
    }
}

fn invalid(value: &str, parameter: &str) -> ApiError {
    let message = format!("Value ({value}) for parameter {parameter} is invalid.");
    ApiError::new("InvalidParameterValue", 400, message)
}
