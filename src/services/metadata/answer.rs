//! Answers of the metadata service.

use serde_json::Value;

/// What the metadata service answers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MetadataResponse {
    /// The HTTP status; none if no answer arrives.
    pub status: Option<u16>,
    /// The text.
    pub body: String,
}

impl MetadataResponse {
    /// Nobody answers, or the answer does not arrive within its hops.
    pub(super) const NONE: Self = Self { status: None, body: String::new() };

    /// An error, with the page that says so.
    pub(super) fn failed(status: u16) -> Self {
        let name = match status {
            400 => "Bad Request",
            401 => "Unauthorized",
            403 => "Forbidden",
            405 => "Method Not Allowed",
            _ => "Not Found",
        };
        let body = format!(
            "<html><head><title>{status} - {name}</title></head><body><h1>{status} - {name}</h1></body></html>"
        );
        Self { status: Some(status), body }
    }

    /// Whether it is what was asked for.
    #[must_use]
    pub fn is_success(&self) -> bool {
        self.status == Some(200)
    }
}

pub(super) fn text(body: &str) -> MetadataResponse {
    MetadataResponse { status: Some(200), body: body.to_owned() }
}

/// A list of names, one a line.
pub(super) fn list(names: &[&str]) -> MetadataResponse {
    let names: Vec<&str> = names.iter().copied().filter(|name| !name.is_empty()).collect();
    text(&names.join("\n"))
}

pub(super) fn document(value: &Value) -> MetadataResponse {
    text(&serde_json::to_string_pretty(value).unwrap_or_default())
}
