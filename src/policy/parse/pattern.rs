//! `Action` and `Resource` with their negations: lists of patterns and what they must look like.

use super::{Parser, find};
use crate::catalog::supports_rcps;
use crate::policy::Author;
use crate::policy::diagnostic::Finding;
use crate::policy::document::PatternElement;
use crate::policy::json::{Member, Object};
use crate::policy::kind::{ElementName, PolicyKind};
use crate::rule::Rule;
use crate::span::{Span, Spanned};

impl Parser {
    pub(super) fn action(&mut self, object: &Object<'_>, whole: Span) -> Option<PatternElement> {
        let Some((element, member)) = either(&object.members, ElementName::Action, ElementName::NotAction) else {
            if self.kind.takes_ineffective_statements() {
                return Some(nothing(whole));
            }
            self.missing(Rule::A72, ElementName::Action, object, whole);
            return None;
        };
        let element = self.patterns(element, member)?;
        for pattern in &element.patterns {
            self.check_action(pattern);
        }
        Some(element)
    }

    pub(super) fn resource(&mut self, object: &Object<'_>, whole: Span) -> Option<PatternElement> {
        if !self.kind.has_resource() {
            return None;
        }
        let Some((element, member)) = either(&object.members, ElementName::Resource, ElementName::NotResource) else {
            if self.kind.takes_ineffective_statements() {
                return Some(nothing(whole));
            }
            if !self.kind.resource_is_optional() {
                self.missing(Rule::A72, ElementName::Resource, object, whole);
            }
            return None;
        };
        let element = self.patterns(element, member)?;
        for pattern in &element.patterns {
            self.check_resource(pattern);
        }
        Some(element)
    }

    fn patterns(&mut self, element: ElementName, member: &Member<'_>) -> Option<PatternElement> {
        let patterns = self.strings(&member.value, element)?;
        let is_negated = matches!(element, ElementName::NotAction | ElementName::NotResource);
        Some(PatternElement { is_negated, span: member.span(), patterns })
    }

    /// `*`, or a prefix and a name with one colon between them (rule A-26).
    fn check_action(&mut self, pattern: &Spanned<Box<str>>) {
        let text = &*pattern.value;
        let is_own_rcp = self.kind == PolicyKind::Rcp && self.author == Author::Customer;
        if text == "*" {
            if is_own_rcp {
                self.error(Rule::A20, "RCP_SYNTAX_ERROR_ACTION", pattern.span, Finding::BareStarAction);
            }
            return;
        }
        if text.contains("${") {
            let finding = Finding::VariableNotAllowed(ElementName::Action);
            self.error(Rule::A29, "VARIABLE_UNSUPPORTED_IN_ELEMENT", pattern.span, finding);
            return;
        }
        let parts = text.split_once(':').filter(|(prefix, name)| is_word(prefix) && is_word(name));
        let Some((prefix, _)) = parts else {
            let finding = Finding::InvalidAction { found: text.into(), suggestion: suggest_action(text) };
            self.error(Rule::A26, "INVALID_ACTION", pattern.span, finding);
            return;
        };
        if is_own_rcp && !supports_rcps(&prefix.to_ascii_lowercase()) {
            let finding = Finding::NoRcpSupport(prefix.into());
            self.error(Rule::A20, "RCP_SYNTAX_ERROR_ACTION", pattern.span, finding);
        }
    }

    /// `*`, or a text that begins with `arn:` (rules ).
    fn check_resource(&mut self, pattern: &Spanned<Box<str>>) {
        let (text, span) = (&*pattern.value, pattern.span);
        if text == "*" {
            return;
        }
        if !text.starts_with("arn:") {
            let finding = Finding::InvalidResource { found: text.into(), suggestion: suggest_resource(text) };
            self.error(Rule::A40, "INVALID_ARN_PREFIX", span, finding);
            return;
        }
        let fields: Vec<&str> = text.splitn(6, ':').collect();
        let is_variable = |field: &&str| field.contains("${");
        let service = fields.get(2).copied().unwrap_or_default();
        let resource_type = fields.get(5).and_then(|resource| resource.split('/').next()).unwrap_or_default();
        if self.has_variables && fields.iter().take(5).any(is_variable) {
            let finding = Finding::VariableBeforeResource(text.into());
            self.error(Rule::A61, "VARIABLE_UNSUPPORTED_IN_ELEMENT", span, finding);
        } else if !is_partition(fields.get(1).copied().unwrap_or_default()) {
            self.error(Rule::A72, "INVALID_PARTITION", span, Finding::InvalidPartition(text.into()));
        } else if service.is_empty() || service.contains(['*', '?']) {
            self.error(Rule::A38, "INVALID_SERVICE", span, Finding::InvalidService(text.into()));
        } else if service == "iam" && resource_type != "*" && has_wildcard(resource_type) {
            self.error(Rule::A38, "INVALID_ARN_RESOURCE", span, Finding::WildcardInResourceType(text.into()));
        } else if fields.len() < 6 && self.kind == PolicyKind::Session {
            self.error(Rule::A39, "MISSING_ARN_FIELD", span, Finding::ShortArn(text.into()));
        }
    }
}

/// The list of patterns of a statement that lacks the element.
fn nothing(statement: Span) -> PatternElement {
    let span = Span { start: statement.start, end: statement.start };
    PatternElement { is_negated: false, span, patterns: Vec::new() }
}

fn is_word(part: &str) -> bool {
    !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_*?.".contains(&byte))
}

/// Whether `*` or `?` stands outside of variables.
fn has_wildcard(text: &str) -> bool {
    let plain = text.split("${").next().unwrap_or_default();
    plain.contains(['*', '?'])
}

/// `aws`, one of its sisters such as `aws-cn`, or a pattern for them.
pub(super) fn is_partition(field: &str) -> bool {
    field == "aws" || field.starts_with("aws-") || field.contains(['*', '?'])
}

/// `s3` for all of `s3`, `s3.GetObject` for `s3:GetObject`.
fn suggest_action(text: &str) -> Option<Box<str>> {
    let is_prefix =
        |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    let text = text.trim().trim_end_matches(':');
    if is_prefix(text) {
        return Some(format!("{text}:*").into());
    }
    let (prefix, name) = text.split_once(['.', '/', ':', ' '])?;
    let name = name.trim();
    (is_prefix(prefix) && is_word(name)).then(|| format!("{prefix}:{name}").into())
}

/// `aws:s3:::b` for `arn:aws:s3:::b`, `s3://b/k` for the ARN of the object.
fn suggest_resource(text: &str) -> Option<Box<str>> {
    let text = text.trim();
    if text == "*" {
        return Some(text.into());
    }
    if let Some(path) = text.strip_prefix("s3://") {
        return Some(format!("arn:aws:s3:::{path}").into());
    }
    let prefix = text.get(..4)?;
    if prefix.eq_ignore_ascii_case("arn:") {
        return Some(format!("arn:{}", &text[4..]).into());
    }
    (prefix == "aws:").then(|| format!("arn:{text}").into())
}

/// The plain element if it is there, else the negated one.
fn either<'a, 'j>(
    members: &'a [Member<'j>],
    plain: ElementName,
    negated: ElementName,
) -> Option<(ElementName, &'a Member<'j>)> {
    let named = |element| find(members, element).map(|member| (element, member));
    named(plain).or_else(|| named(negated))
}
