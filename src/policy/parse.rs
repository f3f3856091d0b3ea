//! JSON to a policy document, with a diagnostic for everything that the service would refuse.
//!
//! Reading goes on after an error wherever the rest still has a meaning, so that a learner sees
//! all problems at once. The checks are those of rule A-72; what AWS takes without complaint
//! (unknown actions, odd values, empty lists; rule A-73) is taken here as well.
//!
//! Bounds: a customer's text has at most [`MAX_DOCUMENT_CHARACTERS`] characters, whatever its kind;
//! brackets are read [`json::MAX_DEPTH`] deep; [`MAX_DIAGNOSTICS`](super::MAX_DIAGNOSTICS) problems
//! are kept. Within these, and for AWS's own texts without the first, reading takes time and room in
//! proportion to the text. Whether the names in a document exist is not known here.

mod condition;
mod names;
mod pattern;
mod principal;
mod statement;
mod suggest;

use super::diagnostic::{Diagnostic, Finding, Findings, JsonType};
use super::document::{PolicyDocument, Statement, Version};
use super::json::{self, Json, JsonValue, Member, Object};
use super::kind::{ElementName, PolicyKind};
use super::{Author, MAX_DOCUMENT_CHARACTERS};
use crate::rule::Rule;
use crate::span::{Span, Spanned};
use std::collections::BTreeMap;

/// Reads a document; the value may be there although there are errors.
pub(crate) fn document(text: &str, kind: PolicyKind, author: Author) -> (Option<PolicyDocument>, Vec<Diagnostic>) {
    let mut parser = Parser { kind, author, has_variables: false, findings: Findings::default() };
    let value = if author == Author::Customer && !parser.check_length(text) {
        None
    } else {
        let json = json::parse(text, &mut parser.findings);
        if author == Author::Customer && kind.limits_characters() {
            parser.check_characters(text);
        }
        json.and_then(|json| parser.document(&json))
    };
    (value, parser.findings.finish())
}

/// What the functions of this module share.
pub(crate) struct Parser {
    kind: PolicyKind,
    author: Author,
    /// Whether `${…}` is a variable in this document.
    has_variables: bool,
    findings: Findings,
}

impl Parser {
    fn error(&mut self, rule: Rule, issue: &'static str, span: Span, finding: Finding) {
        self.findings.push(Diagnostic::error(rule, Some(issue), span, finding));
    }

    /// `value` is not of the JSON type that `element` has. What could not be read was told before.
    fn wrong_type(&mut self, value: &Json<'_>, element: ElementName, expected: JsonType) {
        if value.value != JsonValue::Invalid {
            self.error(Rule::A7, "DATA_TYPE_MISMATCH", value.span, Finding::WrongType { element, expected });
        }
    }

    /// The length that the API takes (rule A-9). False if the text is too long to be read at all.
    fn check_length(&mut self, text: &str) -> bool {
        let n_characters = text.chars().count();
        if n_characters > MAX_DOCUMENT_CHARACTERS {
            let finding = Finding::TooLong { n_characters, limit: MAX_DOCUMENT_CHARACTERS };
            let first = text.chars().next().map_or(0, char::len_utf8);
            self.findings.push(Diagnostic::error(Rule::A9, None, Span::new(0, first), finding));
            return false;
        }
        true
    }

    /// The alphabet of the API (rule A-9). Characters in a row are one finding, and those that JSON
    /// does not take either were told before.
    fn check_characters(&mut self, text: &str) {
        let mut rest = text;
        while let Some(start) = rest.find(|character: char| !is_allowed(character)).filter(|_| !self.findings.is_full())
        {
            let run = &rest[start..];
            let length = run.find(is_allowed).unwrap_or(run.len());
            let at = text.len() - run.len();
            let span = Span::new(at, at + length);
            rest = &run[length..];
            let Some(found) = run.chars().next().filter(|_| !self.findings.has_problem_at(span)) else { continue };
            let finding = Finding::ForbiddenCharacter { found, suggestion: suggest::character(found) };
            self.findings.push(Diagnostic::error(Rule::A9, None, span, finding));
        }
    }

    fn document(&mut self, json: &Json<'_>) -> Option<PolicyDocument> {
        let JsonValue::Object(object) = &json.value else {
            if json.value != JsonValue::Invalid {
                self.error(Rule::A1, "DATA_TYPE_MISMATCH", json.span, Finding::NotAnObject);
            }
            return None;
        };
        self.check_names(&object.members, ElementName::TOP);
        let version = self.version(object, json.span);
        self.has_variables = version.is_some_and(|version| version.value == Version::V2012);
        if let Some(member) = find(&object.members, ElementName::Id) {
            self.check_id(member);
        }
        let statements = self.statements(object, json.span);
        self.check_sids(&statements);
        Some(PolicyDocument { version, statements, span: json.span })
    }

    fn version(&mut self, object: &Object<'_>, whole: Span) -> Option<Spanned<Version>> {
        let needs_newer = matches!(self.kind, PolicyKind::Scp | PolicyKind::Rcp);
        let Some(member) = find(&object.members, ElementName::Version) else {
            if needs_newer && object.is_whole {
                let finding = Finding::VersionRequired(self.kind);
                self.error(Rule::A14, "INVALID_VERSION", opening(whole), finding);
            }
            return None;
        };
        let span = member.value.span;
        let JsonValue::String(text) = &member.value.value else {
            self.wrong_type(&member.value, ElementName::Version, JsonType::String);
            return None;
        };
        let version = match &**text {
            "2012-10-17" => Version::V2012,
            "2008-10-17" if needs_newer => {
                self.error(Rule::A14, "INVALID_VERSION", span, Finding::VersionRequired(self.kind));
                return None;
            }
            "2008-10-17" => Version::V2008,
            _ => {
                self.error(Rule::A11, "INVALID_VERSION", span, Finding::InvalidVersion((&**text).into()));
                return None;
            }
        };
        Some(Spanned::new(version, span))
    }

    fn check_id(&mut self, member: &Member<'_>) {
        if !self.kind.allows(ElementName::Id) {
            let finding = Finding::ElementNotAllowed { element: ElementName::Id, kind: self.kind };
            self.error(Rule::A8, "INVALID_POLICY_ELEMENT", member.name.span, finding);
        } else if !matches!(member.value.value, JsonValue::String(_)) {
            self.wrong_type(&member.value, ElementName::Id, JsonType::String);
        }
    }

    fn statements(&mut self, object: &Object<'_>, whole: Span) -> Vec<Statement> {
        let Some(member) = find(&object.members, ElementName::Statement) else {
            if object.is_whole {
                let finding = Finding::MissingElement { element: ElementName::Statement, kind: self.kind };
                self.error(Rule::A2, "MISSING_STATEMENT", opening(whole), finding);
            }
            return Vec::new();
        };
        match &member.value.value {
            JsonValue::Array(array) => {
                if array.items.is_empty() && array.is_whole {
                    self.error(Rule::A2, "MISSING_STATEMENT", member.value.span, Finding::NoStatement);
                }
                array.items.iter().filter_map(|item| self.statement(item)).collect()
            }
            JsonValue::Object(_) => self.statement(&member.value).into_iter().collect(),
            _ => {
                self.wrong_type(&member.value, ElementName::Statement, JsonType::Objects);
                Vec::new()
            }
        }
    }

    /// No two statements share a `Sid` (rule A-24).
    fn check_sids(&mut self, statements: &[Statement]) {
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        let sids = statements.iter().filter_map(|statement| statement.sid.as_ref());
        for sid in sids.filter(|sid| !sid.value.is_empty()) {
            match seen.get(&*sid.value) {
                Some(first) => {
                    let finding = Finding::DuplicateSid(sid.value.clone());
                    let diagnostic = Diagnostic::error(Rule::A24, Some("UNIQUE_SIDS_REQUIRED"), sid.span, finding);
                    self.findings.push(Diagnostic { related: Some(*first), ..diagnostic });
                }
                None => {
                    seen.insert(&sid.value, sid.span);
                }
            }
        }
    }

    /// The strings of a value that is a string or a list of strings; none if it is something else.
    fn strings(&mut self, json: &Json<'_>, element: ElementName) -> Option<Vec<Spanned<Box<str>>>> {
        let items = match &json.value {
            JsonValue::Array(array) => array.items.as_slice(),
            JsonValue::String(_) => std::slice::from_ref(json),
            _ => {
                self.wrong_type(json, element, JsonType::Strings);
                return None;
            }
        };
        let one = |item: &Json<'_>| {
            let JsonValue::String(text) = &item.value else {
                self.wrong_type(item, element, JsonType::String);
                return None;
            };
            Some(Spanned::new(Box::from(&**text), item.span))
        };
        Some(items.iter().filter_map(one).collect())
    }
}

fn is_allowed(character: char) -> bool {
    matches!(character, '\u{9}' | '\u{A}' | '\u{D}' | '\u{20}'..='\u{FF}')
}

/// The member of that name; of several the first.
fn find<'a, 'j>(members: &'a [Member<'j>], element: ElementName) -> Option<&'a Member<'j>> {
    members.iter().find(|member| &*member.name.value == element.as_str())
}

/// The opening bracket of an object, where something missing is shown.
fn opening(span: Span) -> Span {
    Span { start: span.start, end: span.start + 1 }
}
