//! `Action` and `Resource` with their negations: lists of patterns and what they must look like.

use super::{JsonType, Parser, find, strings};
use crate::policy::Author;
use crate::policy::diagnostic::Finding;
use crate::policy::document::PatternElement;
use crate::policy::json::Member;
use crate::policy::kind::{ElementName, PolicyKind};
use crate::rule::Rule;
use crate::span::{Span, Spanned};

impl Parser {
    pub(super) fn action(&mut self, members: &[Member], whole: Span) -> Option<PatternElement> {
        let Some((element, member)) = either(members, ElementName::Action, ElementName::NotAction) else {
            self.missing(Rule::A72, "MISSING_ACTION", ElementName::Action, whole);
            return None;
        };
        let element = self.patterns(element, member)?;
        for pattern in &element.patterns {
            self.check_action(pattern);
        }
        Some(element)
    }

    pub(super) fn resource(&mut self, members: &[Member], whole: Span) -> Option<PatternElement> {
        if !self.kind.has_resource() {
            return None;
        }
        let Some((element, member)) = either(members, ElementName::Resource, ElementName::NotResource) else {
            if !self.kind.resource_is_optional() {
                self.missing(Rule::A72, "MISSING_RESOURCE", ElementName::Resource, whole);
            }
            return None;
        };
        let element = self.patterns(element, member)?;
        for pattern in &element.patterns {
            self.check_resource(pattern);
        }
        Some(element)
    }

    fn patterns(&mut self, element: ElementName, member: &Member) -> Option<PatternElement> {
        let Some(patterns) = strings(&member.value) else {
            self.wrong_type(member.value.span, element, JsonType::Strings);
            return None;
        };
        let is_negated = matches!(element, ElementName::NotAction | ElementName::NotResource);
        Some(PatternElement { is_negated, span: member.span(), patterns })
    }

    /// `*`, or a prefix and a name with one colon between them (rule A-26).
    fn check_action(&mut self, pattern: &Spanned<Box<str>>) {
        let text = &*pattern.value;
        if text == "*" {
            if self.kind == PolicyKind::Rcp && self.author == Author::Customer {
                self.error(Rule::A20, "RCP_SYNTAX_ERROR_ACTION", pattern.span, Finding::BareStarAction);
            }
            return;
        }
        let is_word = |part: &str| {
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_*?.".contains(&byte))
        };
        if !text.split_once(':').is_some_and(|(prefix, name)| is_word(prefix) && is_word(name)) {
            self.error(Rule::A26, "INVALID_ACTION", pattern.span, Finding::InvalidAction(text.into()));
        }
    }

    /// `*`, or a text that begins with `arn:` (rules ).
    fn check_resource(&mut self, pattern: &Spanned<Box<str>>) {
        let text = &*pattern.value;
        if text == "*" {
            return;
        }
        if !text.starts_with("arn:") {
            self.error(Rule::A40, "INVALID_ARN_PREFIX", pattern.span, Finding::InvalidResource(text.into()));
        } else if !is_partition(text.split(':').nth(1).unwrap_or_default()) {
            self.error(Rule::A72, "INVALID_PARTITION", pattern.span, Finding::InvalidPartition(text.into()));
        } else if text.splitn(6, ':').count() < 6 && self.kind == PolicyKind::Session {
            self.error(Rule::A39, "MISSING_ARN_FIELD", pattern.span, Finding::ShortArn(text.into()));
        }
    }
}

/// `aws`, one of its sisters such as `aws-cn`, or a pattern for them.
fn is_partition(field: &str) -> bool {
    field == "aws" || field.starts_with("aws-") || field.contains(['*', '?'])
}

/// The plain element if it is there, else the negated one.
fn either(members: &[Member], plain: ElementName, negated: ElementName) -> Option<(ElementName, &Member)> {
    let named = |element| find(members, element).map(|member| (element, member));
    named(plain).or_else(|| named(negated))
}
