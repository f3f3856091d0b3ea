//! What went wrong with a call, for the package's JavaScript to throw.

use super::finding::FindingShape;
use wasm_bindgen::JsValue;

/// The names of the errors, which callers may rely on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Name {
    Policy,
    Request,
    Snapshot,
}

/// A call that cannot be answered.
#[derive(Debug)]
pub(super) struct Failure {
    name: Name,
    message: String,
    findings: Vec<FindingShape>,
    /// What was thrown by the caller's own code while a value was read.
    cause: Option<JsValue>,
}

impl Failure {
    /// A request, or an argument beside the policies, is not as expected.
    pub(super) fn request(message: impl Into<String>) -> Self {
        Self { name: Name::Request, message: message.into(), findings: Vec::new(), cause: None }
    }

    /// Policies are not as expected.
    pub(super) fn policy(message: impl Into<String>) -> Self {
        Self { name: Name::Policy, ..Self::request(message) }
    }

    /// A snapshot cannot be restored.
    pub(super) fn snapshot(message: impl Into<String>) -> Self {
        Self { name: Name::Snapshot, ..Self::request(message) }
    }

    /// The same failure as one of policies.
    pub(super) fn of_policies(self) -> Self {
        Self { name: Name::Policy, ..self }
    }

    pub(super) fn message(&self) -> &str {
        &self.message
    }

    pub(super) fn with_findings(self, findings: Vec<FindingShape>) -> Self {
        Self { findings, ..self }
    }

    pub(super) fn with_cause(self, cause: JsValue) -> Self {
        Self { cause: Some(cause), ..self }
    }
}

impl From<Failure> for JsValue {
    /// An array of name, message, findings as JSON, and cause; `src/js/package/index.js` reads it.
    fn from(failure: Failure) -> Self {
        let name = match failure.name {
            Name::Policy => "PolicyError",
            Name::Request => "RequestError",
            Name::Snapshot => "SnapshotError",
        };
        let findings = serde_json::to_string(&failure.findings).unwrap_or_else(|_| "[]".to_owned());
        let fields = js_sys::Array::of3(&name.into(), &failure.message.into(), &findings.into());
        if let Some(cause) = failure.cause {
            fields.push(&cause);
        }
        fields.into()
    }
}
