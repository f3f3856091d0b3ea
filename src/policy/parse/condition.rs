//! `Condition`: a map of operators to maps of keys to values.

use super::{JsonType, Parser, suggest};
use crate::policy::diagnostic::Finding;
use crate::policy::document::Condition;
use crate::policy::json::{Json, JsonValue, Member};
use crate::policy::kind::ElementName;
use crate::policy::operator::{ConditionOperator, OperatorError};
use crate::rule::Rule;
use crate::span::Spanned;

impl Parser {
    pub(super) fn conditions(&mut self, member: &Member) -> Vec<Condition> {
        let JsonValue::Object(operators) = &member.value.value else {
            self.wrong_type(member.value.span, ElementName::Condition, JsonType::Object);
            return Vec::new();
        };
        let mut conditions = Vec::new();
        for (index, block) in operators.iter().enumerate() {
            if operators[..index].iter().any(|earlier| earlier.name.value == block.name.value) {
                let finding = Finding::DuplicateKey(block.name.value.clone());
                self.error(Rule::A4, "JSON_SYNTAX_ERROR", block.name.span, finding);
            }
            let operator = self.operator(&block.name);
            let JsonValue::Object(keys) = &block.value.value else {
                self.wrong_type(block.value.span, ElementName::Condition, JsonType::Object);
                continue;
            };
            self.check_keys(keys);
            let lines = keys.iter().filter_map(|key| self.condition(operator?, block, key));
            conditions.extend(lines);
        }
        conditions
    }

    fn operator(&mut self, name: &Spanned<Box<str>>) -> Option<ConditionOperator> {
        let text = &*name.value;
        match ConditionOperator::parse(text) {
            Ok(operator) => Some(operator),
            Err(OperatorError::NullWithIfExists) => {
                self.error(Rule::B21, "NULL_WITH_IF_EXISTS", name.span, Finding::NullWithIfExists);
                None
            }
            Err(OperatorError::Unknown) => {
                let suggestion = suggest_operator(text);
                let finding = Finding::UnknownOperator { found: text.into(), suggestion };
                self.error(Rule::A72, "INVALID_CONDITION_OPERATOR", name.span, finding);
                None
            }
        }
    }

    /// The form of the keys, and keys that stand twice in one block (rules ).
    fn check_keys(&mut self, keys: &[Member]) {
        for (index, key) in keys.iter().enumerate() {
            let name = &*key.name.value;
            let earlier = keys[..index].iter().find(|earlier| earlier.name.value.eq_ignore_ascii_case(name));
            match earlier {
                Some(earlier) if *earlier.name.value == *name => {
                    let finding = Finding::DuplicateKey(name.into());
                    self.error(Rule::A4, "JSON_SYNTAX_ERROR", key.name.span, finding);
                }
                Some(_) => {
                    let finding = Finding::DuplicateConditionKey(name.into());
                    self.error(Rule::A69, "DUPLICATE_KEYS_WITH_DIFFERENT_CASE", key.name.span, finding);
                }
                None => {}
            }
            let is_key = name.split_once(':').is_some_and(|(prefix, rest)| !prefix.is_empty() && !rest.is_empty());
            if !is_key || name.contains(char::is_whitespace) && !name.contains('/') {
                let finding = Finding::InvalidConditionKey(name.into());
                self.error(Rule::A72, "INVALID_CONDITION_KEY_FORMAT", key.name.span, finding);
            }
        }
    }

    fn condition(&mut self, operator: ConditionOperator, block: &Member, key: &Member) -> Option<Condition> {
        let Some(values) = scalars(&key.value) else {
            self.wrong_type(key.value.span, ElementName::Condition, JsonType::Scalars);
            return None;
        };
        Some(Condition {
            operator: Spanned::new(operator, block.name.span),
            key: key.name.clone(),
            values,
            span: key.span(),
        })
    }
}

/// Numbers and booleans stand for their text (rule A-7).
fn scalars(json: &Json) -> Option<Vec<Spanned<Box<str>>>> {
    let one = |json: &Json| {
        let text = match &json.value {
            JsonValue::String(text) | JsonValue::Number(text) => text.clone(),
            JsonValue::Bool(value) => value.to_string().into(),
            _ => return None,
        };
        Some(Spanned::new(text, json.span))
    };
    match &json.value {
        JsonValue::Array(items) => items.iter().map(one).collect(),
        _ => one(json).map(|value| vec![value]),
    }
}

/// The nearest operator, with the qualifier and suffix that were written.
fn suggest_operator(text: &str) -> Option<Box<str>> {
    let (qualifier, rest) = match text.split_once(':') {
        Some((qualifier, rest)) => {
            let near = suggest::nearest(qualifier, ["ForAllValues", "ForAnyValue"].into_iter())?;
            (format!("{near}:"), rest)
        }
        None => (String::new(), text),
    };
    let suffix_at = rest.len().checked_sub("IfExists".len()).filter(|at| rest.is_char_boundary(*at));
    let (name, suffix) = match suffix_at {
        Some(at) if rest[at..].eq_ignore_ascii_case("IfExists") => (&rest[..at], "IfExists"),
        _ => (rest, ""),
    };
    let near = suggest::nearest(name, ConditionOperator::names())?;
    Some(format!("{qualifier}{near}{suffix}").into())
}
