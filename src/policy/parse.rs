//! JSON to a policy document, with a diagnostic for everything that the service would refuse.
//!
//! Reading goes on after an error wherever the rest still has a meaning, so that a learner sees
//! all problems at once. The checks are those of rule A-72; what AWS takes without complaint
//! (unknown actions, odd values, empty lists; rule A-73) is taken here as well.

mod condition;
mod pattern;
mod principal;
mod statement;
mod suggest;

use super::diagnostic::{Diagnostic, Finding, JsonType};
use super::document::{PolicyDocument, Statement, Version};
use super::json::{self, Json, JsonValue, Member};
use super::kind::{ElementName, PolicyKind};
use super::{Author, MAX_DOCUMENT_CHARACTERS};
use crate::rule::Rule;
use crate::span::{Span, Spanned};

/// Reads a document; the value may be there although there are errors.
pub(crate) fn document(text: &str, kind: PolicyKind, author: Author) -> (Option<PolicyDocument>, Vec<Diagnostic>) {
    let mut parser = Parser { kind, author, diagnostics: Vec::new() };
    let value = match author {
        Author::Customer if !parser.check_characters(text) => None,
        _ => json::parse(text, &mut parser.diagnostics).and_then(|json| parser.document(&json)),
    };
    parser.diagnostics.sort_by_key(|diagnostic| (diagnostic.span.start, diagnostic.span.end));
    (value, parser.diagnostics)
}

/// What the functions of this module share.
pub(crate) struct Parser {
    pub(crate) kind: PolicyKind,
    author: Author,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl Parser {
    pub(crate) fn error(&mut self, rule: Rule, issue: &'static str, span: Span, finding: Finding) {
        self.diagnostics.push(Diagnostic::error(rule, Some(issue), span, finding));
    }

    pub(crate) fn wrong_type(&mut self, span: Span, element: ElementName, expected: JsonType) {
        self.error(Rule::A7, "DATA_TYPE_MISMATCH", span, Finding::WrongType { element, expected });
    }

    /// Length and alphabet of the API (rule A-9). False if the text is too long to be read at all.
    fn check_characters(&mut self, text: &str) -> bool {
        let n_characters = text.chars().count();
        if n_characters > MAX_DOCUMENT_CHARACTERS {
            let finding = Finding::TooLong { n_characters, limit: MAX_DOCUMENT_CHARACTERS };
            let first = text.chars().next().map_or(0, char::len_utf8);
            self.diagnostics.push(Diagnostic::error(Rule::A9, None, Span::new(0, first), finding));
            return false;
        }
        let forbidden = text.char_indices().find(|(_, character)| !is_allowed(*character));
        if let Some((at, character)) = forbidden {
            let span = Span::new(at, at + character.len_utf8());
            let finding = Finding::ForbiddenCharacter(character);
            self.diagnostics.push(Diagnostic::error(Rule::A9, None, span, finding));
        }
        true
    }

    fn document(&mut self, json: &Json) -> Option<PolicyDocument> {
        let JsonValue::Object(members) = &json.value else {
            self.error(Rule::A1, "DATA_TYPE_MISMATCH", json.span, Finding::NotAnObject);
            return None;
        };
        self.check_names(members, ElementName::TOP);
        let version = self.version(members, json.span);
        if let Some(member) = find(members, ElementName::Id) {
            self.check_id(member);
        }
        let statements = self.statements(members, json.span);
        self.check_sids(&statements);
        Some(PolicyDocument { version, statements, span: json.span })
    }

    /// Unknown and repeated names of an object whose names are elements (rules ).
    pub(crate) fn check_names(&mut self, members: &[Member], known: &[ElementName]) {
        for (index, member) in members.iter().enumerate() {
            let name = &*member.name.value;
            if members[..index].iter().any(|earlier| &*earlier.name.value == name) {
                let finding = Finding::DuplicateKey(name.into());
                self.error(Rule::A4, "JSON_SYNTAX_ERROR", member.name.span, finding);
            } else if !known.iter().any(|element| element.as_str() == name) {
                let suggestion = suggest::nearest(name, known.iter().map(|element| element.as_str()))
                    .and_then(|near| known.iter().find(|element| element.as_str() == near).copied());
                let finding = Finding::UnknownElement { found: name.into(), suggestion };
                self.error(Rule::A5, "INVALID_POLICY_ELEMENT", member.name.span, finding);
            }
        }
    }

    fn version(&mut self, members: &[Member], whole: Span) -> Option<Spanned<Version>> {
        let needs_newer = matches!(self.kind, PolicyKind::Scp | PolicyKind::Rcp);
        let Some(member) = find(members, ElementName::Version) else {
            if needs_newer {
                let finding = Finding::VersionRequired(self.kind);
                self.error(Rule::A14, "INVALID_VERSION", opening(whole), finding);
            }
            return None;
        };
        let JsonValue::String(text) = &member.value.value else {
            self.wrong_type(member.value.span, ElementName::Version, JsonType::String);
            return None;
        };
        let version = match &**text {
            "2012-10-17" => Version::V2012,
            "2008-10-17" if needs_newer => {
                let finding = Finding::VersionRequired(self.kind);
                self.error(Rule::A14, "INVALID_VERSION", member.value.span, finding);
                return None;
            }
            "2008-10-17" => Version::V2008,
            _ => {
                let finding = Finding::InvalidVersion(text.clone());
                self.error(Rule::A11, "INVALID_VERSION", member.value.span, finding);
                return None;
            }
        };
        Some(Spanned::new(version, member.value.span))
    }

    fn check_id(&mut self, member: &Member) {
        if !self.kind.allows(ElementName::Id) {
            let finding = Finding::ElementNotAllowed { element: ElementName::Id, kind: self.kind };
            self.error(Rule::A8, "INVALID_POLICY_ELEMENT", member.name.span, finding);
        } else if !matches!(member.value.value, JsonValue::String(_)) {
            self.wrong_type(member.value.span, ElementName::Id, JsonType::String);
        }
    }

    fn statements(&mut self, members: &[Member], whole: Span) -> Vec<Statement> {
        let Some(member) = find(members, ElementName::Statement) else {
            let finding = Finding::MissingElement { element: ElementName::Statement, kind: self.kind };
            self.error(Rule::A2, "MISSING_STATEMENT", opening(whole), finding);
            return Vec::new();
        };
        match &member.value.value {
            JsonValue::Array(items) => items.iter().filter_map(|item| self.statement(item)).collect(),
            JsonValue::Object(_) => self.statement(&member.value).into_iter().collect(),
            _ => {
                self.wrong_type(member.value.span, ElementName::Statement, JsonType::Objects);
                Vec::new()
            }
        }
    }

    /// No two statements share a `Sid` (rule A-24).
    fn check_sids(&mut self, statements: &[Statement]) {
        let mut seen = std::collections::BTreeSet::new();
        let sids = statements.iter().filter_map(|statement| statement.sid.as_ref());
        for sid in sids.filter(|sid| !sid.value.is_empty()) {
            if !seen.insert(&sid.value) {
                let finding = Finding::DuplicateSid(sid.value.clone());
                self.error(Rule::A24, "UNIQUE_SIDS_REQUIRED", sid.span, finding);
            }
        }
    }
}

fn is_allowed(character: char) -> bool {
    matches!(character, '\u{9}' | '\u{A}' | '\u{D}' | '\u{20}'..='\u{FF}')
}

/// The member of that name; of several the first.
pub(crate) fn find(members: &[Member], element: ElementName) -> Option<&Member> {
    members.iter().find(|member| &*member.name.value == element.as_str())
}

/// The opening bracket of an object, where something missing is shown.
pub(crate) fn opening(span: Span) -> Span {
    Span { start: span.start, end: span.start + 1 }
}

/// The strings of a value that is a string or a list of strings; none if it is something else.
pub(crate) fn strings(json: &Json) -> Option<Vec<Spanned<Box<str>>>> {
    let one = |json: &Json| match &json.value {
        JsonValue::String(text) => Some(Spanned::new(text.clone(), json.span)),
        _ => None,
    };
    match &json.value {
        JsonValue::Array(items) => items.iter().map(one).collect(),
        _ => one(json).map(|text| vec![text]),
    }
}
