//! One policy document: text, or a value of JavaScript, with or without a name.

use super::super::bounds;
use super::super::failure::Failure;
use super::super::finding::{FindingShape, shapes};
use super::super::language;
use super::super::read::{self, Path, list_like, member, string};
use crate::eval::AppliedPolicy;
use crate::policy::{Diagnostic, Effect, Finding, Policy, PolicyKind, PrincipalEntry, Severity};
use crate::rule::Rule;
use crate::span::{LineIndex, Span};
use crate::text::{self, Language};
use js_sys::JsString;
use std::sync::Arc;
use wasm_bindgen::{JsCast, JsValue};

const WHAT: &str = "a policy document as text or as an object, or { name, document }";

/// What the answer says of where a policy comes from.
#[derive(Debug)]
pub(in super::super) struct Origin {
    /// The name that it was given.
    pub(in super::super) name: Option<Box<str>>,
    /// The lines of its text, if it was given as text.
    pub(in super::super) lines: Option<LineIndex>,
}

/// A document as it was given.
pub(super) struct Source {
    name: Option<Box<str>>,
    is_text: bool,
    /// None if it is longer than is worth reading.
    text: Option<String>,
    n_units: u32,
}

impl Source {
    pub(super) fn read(value: &JsValue, path: &Path<'_>) -> Result<Self, Failure> {
        let is_plain = value.is_object() && !list_like(value, path)?;
        let document = if is_plain { member(value, "document", path)? } else { None };
        if let Some(document) = document {
            let at = Path::Member(path, "name");
            let name = member(value, "name", path)?.ok_or_else(|| at.expected("a string"))?;
            let name = Some(string(&name, &at, "a string")?.into());
            return Ok(Self { name, ..Self::document(&document, &Path::Member(path, "document"))? });
        }
        Self::document(value, path)
    }

    fn document(value: &JsValue, path: &Path<'_>) -> Result<Self, Failure> {
        if value.is_string() {
            return Ok(Self::text(value.unchecked_ref(), true));
        }
        if !value.is_object() {
            return Err(path.expected(WHAT));
        }
        let text = js_sys::JSON::stringify(value).map_err(|cause| path.expected(WHAT).with_cause(cause))?;
        if !text.is_string() {
            return Err(path.expected(WHAT));
        }
        Ok(Self::text(&text, false))
    }

    fn text(text: &JsString, is_text: bool) -> Self {
        Self { name: None, is_text, text: read::document(text, bounds::DOCUMENT), n_units: text.length() }
    }

    pub(super) fn origin(&self) -> Origin {
        let lines = self.text.as_deref().filter(|_| self.is_text).map(LineIndex::new);
        Origin { name: self.name.clone(), lines }
    }

    /// Reads the document as a policy of a kind.
    pub(super) fn parse(&self, kind: PolicyKind, path: &Path<'_>) -> Result<AppliedPolicy, Failure> {
        let Some(text) = &self.text else {
            return Err(self.unreadable(&[too_long(self.n_units)], kind, "", path));
        };
        let parsed = Policy::parse(text, kind);
        let full_access = || (kind == PolicyKind::Rcp).then(|| full_access(text)).flatten();
        let policy = parsed.value.or_else(full_access);
        let policy = policy.ok_or_else(|| self.unreadable(&parsed.diagnostics, kind, text, path))?;
        let name = self.name.clone().unwrap_or_else(|| place(path).into());
        Ok(AppliedPolicy::direct(&name, Arc::new(policy)))
    }

    fn unreadable(&self, diagnostics: &[Diagnostic], kind: PolicyKind, text: &str, path: &Path<'_>) -> Failure {
        let findings: Vec<FindingShape> = shapes(diagnostics, text, language());
        let name = self.name.as_ref().map(|name| format!(" ({name:?})")).unwrap_or_default();
        let error = diagnostics.iter().find(|diagnostic| diagnostic.severity == Severity::Error);
        let what = error.map(|error| {
            let at = LineIndex::new(text).position(text, error.span.start as usize);
            let sentence = text::finding(Language::English, &error.finding);
            format!("{sentence} (rule {}, line {}, column {})", error.rule.code(), at.line, at.column)
        });
        let kind = text::policy_kind(Language::English, kind);
        Failure::policy(format!("{path}{name}: expected {kind}: {}", what.unwrap_or_default())).with_findings(findings)
    }
}

/// What an unnamed policy is called in sentences: `identity[0]`.
fn place(path: &Path<'_>) -> String {
    let path = path.to_string();
    path.split_once('.').map_or(path.as_str(), |(_, place)| place).to_owned()
}

/// For a text that was not read, because it is longer than the API takes by any count.
pub(in super::super) fn too_long(n_units: u32) -> Diagnostic {
    let limit = crate::policy::MAX_DOCUMENT_CHARACTERS;
    let n_characters = usize::try_from(n_units).unwrap_or(usize::MAX);
    Diagnostic::error(Rule::A9, None, Span::new(0, 0), Finding::TooLong { n_characters, limit })
}

/// `RCPFullAWSAccess`, the one resource control policy with an Allow: AWS attaches it, customers cannot
/// write another one.
fn full_access(text: &str) -> Option<Policy> {
    let policy = Policy::parse(text, PolicyKind::Resource).value?;
    let is_full_access = match &*policy.document().statements {
        [statement] => {
            let is_star = |patterns: &[crate::span::Spanned<Box<str>>]| matches!(patterns, [one] if &*one.value == "*");
            let principal = statement.principal.as_ref();
            statement.effect.value == Effect::Allow
                && principal.is_some_and(|element| {
                    !element.is_negated && matches!(&*element.entries, [one] if one.value == PrincipalEntry::Everyone)
                })
                && !statement.action.is_negated
                && is_star(&statement.action.patterns)
                && statement.resource.as_ref().is_some_and(|element| !element.is_negated && is_star(&element.patterns))
                && statement.conditions.is_empty()
        }
        _ => false,
    };
    is_full_access.then_some(policy)
}
