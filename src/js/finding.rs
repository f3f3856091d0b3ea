//! What is wrong with a document, in the shape of the package's `Finding`.

use super::bounds;
use super::failure::Failure;
use super::policies::too_long;
use super::read::{self, Path};
use super::shape::PositionShape;
use crate::policy::{Diagnostic, Policy, PolicyKind, Severity};
use crate::span::LineIndex;
use crate::text::{self, Language};
use js_sys::JsString;
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};

#[derive(Serialize, Debug)]
pub(super) struct FindingShape {
    rule: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'static str>,
    severity: &'static str,
    message: String,
    start: PositionShape,
    end: PositionShape,
}

/// Problems of `text` with their places.
pub(super) fn shapes(diagnostics: &[Diagnostic], text: &str, language: Language) -> Vec<FindingShape> {
    let lines = LineIndex::new(text);
    let shape = |diagnostic: &Diagnostic| FindingShape {
        rule: diagnostic.rule.code(),
        id: diagnostic.issue,
        severity: match diagnostic.severity {
            Severity::Error => "error",
            Severity::SecurityWarning => "securityWarning",
            Severity::Warning => "warning",
            Severity::Suggestion => "suggestion",
        },
        message: text::finding(language, &diagnostic.finding),
        start: PositionShape::new(&lines, text, diagnostic.span.start),
        end: PositionShape::new(&lines, text, diagnostic.span.end),
    };
    diagnostics.iter().map(shape).collect()
}

const TYPES: [(&str, PolicyKind); 9] = [
    ("identity", PolicyKind::Identity),
    ("resource", PolicyKind::Resource),
    ("trust", PolicyKind::Trust),
    ("key", PolicyKind::Key),
    ("permissionsBoundary", PolicyKind::Identity),
    ("session", PolicyKind::Session),
    ("scp", PolicyKind::Scp),
    ("rcp", PolicyKind::Rcp),
    ("vpcEndpoint", PolicyKind::VpcEndpoint),
];

/// The findings of a document, as JSON.
pub(super) fn validate(document: &JsValue, policy_type: &JsValue, language: Language) -> Result<String, Failure> {
    let kind = TYPES.iter().find(|(name, _)| read::is_text(policy_type, name)).map(|(_, kind)| *kind);
    let names = TYPES.map(|(name, _)| name).join(", ");
    let kind = kind.ok_or_else(|| Failure::policy(format!("type: expected one of {names}")))?;
    let path = Path::Root("document");
    if !document.is_string() {
        return Err(path.expected("the text of a policy").of_policies());
    }
    let text: &JsString = document.unchecked_ref();
    let findings = match read::document(text, bounds::DOCUMENT) {
        None => shapes(&[too_long(text.length())], "", language),
        Some(text) => shapes(&Policy::parse(&text, kind).diagnostics, &text, language),
    };
    serde_json::to_string(&findings).map_err(|error| Failure::policy(error.to_string()))
}
