//! What the variables of a policy's value stand for in one request, and why some stand for nothing.
//!
//! A trace holds positions only, so this is worked out anew from the text and the request when a cell is drawn.
//! It does not know whether the value fits.

use super::values::joined;
use super::view::VariablesView;
use crate::catalog::ConditionKey;
use crate::eval::{ContextValue, RequestContext};
use crate::policy::{ConditionOperator, PolicyDocument, TemplatePart, parse_template};
use crate::rule::Rule;
use crate::text::facts::VariableFact;
use crate::text::{Language, say};

/// Where a value with variables stands.
pub(super) struct Variables<'a> {
    pub(super) document: &'a PolicyDocument,
    pub(super) context: &'a RequestContext,
    pub(super) language: Language,
    /// Of a condition; none in a resource.
    pub(super) operator: Option<ConditionOperator>,
}

impl Variables<'_> {
    /// What the variables of `values` stand for; none if there are none.
    pub(super) fn view<'v>(&self, values: impl IntoIterator<Item = &'v str>) -> Option<VariablesView> {
        let values: Vec<_> = values.into_iter().map(|value| (value, parse_template(value))).collect();
        let is_variable = |part: &TemplatePart| !matches!(part, TemplatePart::Text(_));
        if !values.iter().any(|(_, parts)| parts.iter().any(is_variable)) {
            return None;
        }
        if let Some(fact) = self.not_replaced() {
            return Some(VariablesView { value: None, notes: vec![say!(self.language, variable(&fact))] });
        }
        let put_in: Vec<_> = values.iter().map(|(value, parts)| self.put_in(value, parts)).collect();
        let mut notes = Vec::new();
        for part in values.iter().flat_map(|(value, parts)| parts.iter().map(|part| (*value, part))) {
            if let Some(note) = self.missing(part.0, part.1).filter(|note| !notes.contains(note)) {
                notes.push(note);
            }
        }
        let value = values.iter().zip(&put_in).any(|((value, _), text)| value != text);
        let value = value.then(|| joined(put_in.iter().map(String::as_str)));
        (value.is_some() || !notes.is_empty()).then_some(VariablesView { value, notes })
    }

    /// The rule by which the variables of `value` stay text; none if they are put in, or it has none.
    pub(super) fn rule(&self, value: &str) -> Option<Rule> {
        let is_plain = parse_template(value).iter().all(|part| matches!(part, TemplatePart::Text(_)));
        match self.not_replaced().filter(|_| !is_plain)? {
            VariableFact::NoVersion => Some(Rule::A12),
            VariableFact::OldVersion => Some(Rule::A13),
            _ => Some(Rule::A62),
        }
    }

    /// Why nothing is put in where the value stands.
    fn not_replaced(&self) -> Option<VariableFact> {
        match (self.document.version, self.operator) {
            (None, _) => Some(VariableFact::NoVersion),
            _ if !self.document.has_variables() => Some(VariableFact::OldVersion),
            (_, Some(operator)) if !operator.takes_variables() => Some(VariableFact::Operator(operator.to_string())),
            _ => None,
        }
    }

    /// `text` with the values of the request; a variable without one stays as it is written.
    fn put_in(&self, text: &str, parts: &[TemplatePart]) -> String {
        let has_wildcards = self.operator.is_none_or(ConditionOperator::takes_wildcards);
        // A star that stands for itself must not look like one that stands for anything.
        let plain = |value: &str| match has_wildcards {
            true => value.replace('*', "${*}").replace('?', "${?}"),
            false => value.to_owned(),
        };
        let piece = |part: &TemplatePart| match part {
            TemplatePart::Text(text) => text.to_string(),
            TemplatePart::Literal(sign) => plain(sign),
            TemplatePart::Variable { key, default } => match self.context.variable(key).or(default.as_deref()) {
                Some(value) => plain(value),
                None => format!("${{{}}}", as_written(text, key)),
            },
        };
        parts.iter().map(piece).collect()
    }

    /// Why a part of `text` stands for nothing, if so.
    fn missing(&self, text: &str, part: &TemplatePart) -> Option<String> {
        let TemplatePart::Variable { key, default: None } = part else { return None };
        let name = as_written(text, key).to_owned();
        let fact = match self.context.get(key) {
            _ if self.context.variable(key).is_some() => return None,
            Some(ContextValue::Unknown(_)) => VariableFact::NotKnown(name),
            Some(ContextValue::Many(_)) => VariableFact::Several(name),
            None if !ConditionKey::may_be_named(key) => VariableFact::NoSuchKey(name),
            Some(ContextValue::One(_)) | None => VariableFact::NoValue(name),
        };
        Some(say!(self.language, variable(&fact)))
    }
}

/// A key as the text spells it; `key` is in lower case.
fn as_written<'t>(text: &'t str, key: &'t str) -> &'t str {
    let at = text.to_ascii_lowercase().find(&format!("${{{key}")).map(|at| at + "${".len());
    at.and_then(|at| text.get(at..at + key.len())).unwrap_or(key)
}
