//! The settings of the metadata service in requests (rule G-8).

use crate::services::ApiError;
use crate::services::request::request;
use crate::world::MetadataOptions;

request! {
    /// The settings that a request changes.
    pub(crate) struct Options {
        pub(super) tokens = "HttpTokens": Option<String>,
        pub(super) hop_limit = "HttpPutResponseHopLimit": Option<u32>,
        pub(super) endpoint = "HttpEndpoint": Option<String>,
    }
}

impl Options {
    /// Changes what is set.
    pub(super) fn set(&self, options: &mut MetadataOptions) -> Result<(), ApiError> {
        if let Some(limit) = self.hop_limit {
            let small = u8::try_from(limit).ok().filter(|limit| (1..=64).contains(limit));
            options.hop_limit = small.ok_or_else(|| invalid(&limit.to_string(), "httpPutResponseHopLimit"))?;
        }
        match self.tokens.as_deref() {
            Some("required") => options.requires_token = true,
            Some("optional") => options.requires_token = false,
            Some(other) => return Err(invalid(other, "httpTokens")),
            None => {}
        }
        match self.endpoint.as_deref() {
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
