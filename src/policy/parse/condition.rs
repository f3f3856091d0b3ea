//! `Condition`: a map of operators to maps of keys to values.

use super::{JsonType, Parser, suggest};
use crate::policy::diagnostic::Finding;
use crate::policy::document::Condition;
use crate::policy::json::{Json, JsonValue, Member};
use crate::policy::kind::ElementName;
use crate::policy::operator::{ConditionOperator, OperatorError};
use crate::rule::Rule;
use crate::span::Spanned;
use std::borrow::Cow;

impl Parser {
    pub(super) fn conditions(&mut self, member: &Member<'_>) -> Vec<Condition> {
        let JsonValue::Object(operators) = &member.value.value else {
            self.wrong_type(&member.value, ElementName::Condition, JsonType::Object);
            return Vec::new();
        };
        self.check_repeated(&operators.members);
        let mut conditions = Vec::new();
        for block in &operators.members {
            let operator = self.operator(&block.name);
            let JsonValue::Object(keys) = &block.value.value else {
                self.wrong_type(&block.value, ElementName::Condition, JsonType::Object);
                continue;
            };
            self.check_repeated_keys(&keys.members);
            for key in &keys.members {
                self.check_key(&key.name);
                let values = self.scalars(&key.value);
                conditions.extend(operator.zip(values).map(|(operator, values)| Condition {
                    operator: Spanned::new(operator, block.name.span),
                    key: Spanned::new((&*key.name.value).into(), key.name.span),
                    values,
                    span: key.span(),
                }));
            }
        }
        conditions
    }

    fn operator(&mut self, name: &Spanned<Cow<'_, str>>) -> Option<ConditionOperator> {
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

    /// `prefix:name`, where what follows a slash is a tag key and may hold blanks (rules ).
    fn check_key(&mut self, key: &Spanned<Cow<'_, str>>) {
        let name = &*key.value;
        if name.contains("${") {
            let finding = Finding::VariableNotAllowed(ElementName::Condition);
            self.error(Rule::A61, "VARIABLE_UNSUPPORTED_IN_ELEMENT", key.span, finding);
            return;
        }
        let is_key = name.split_once(':').is_some_and(|(prefix, rest)| !prefix.is_empty() && !rest.is_empty());
        let untagged = name.split('/').next().unwrap_or_default();
        if !is_key || untagged.contains(char::is_whitespace) {
            let finding = Finding::InvalidConditionKey(name.into());
            self.error(Rule::A72, "INVALID_CONDITION_KEY_FORMAT", key.span, finding);
        }
    }

    /// Strings, and numbers and booleans, which stand for their text (rule A-7).
    fn scalars(&mut self, json: &Json<'_>) -> Option<Vec<Spanned<Box<str>>>> {
        let items = match &json.value {
            JsonValue::Array(array) => array.items.as_slice(),
            JsonValue::Object(_) | JsonValue::Null | JsonValue::Invalid => {
                self.wrong_type(json, ElementName::Condition, JsonType::Scalars);
                return None;
            }
            _ => std::slice::from_ref(json),
        };
        let one = |item: &Json<'_>| {
            let text = match &item.value {
                JsonValue::String(text) => (&**text).into(),
                JsonValue::Number(text) => (*text).into(),
                JsonValue::Bool(value) => value.to_string().into(),
                _ => {
                    self.wrong_type(item, ElementName::Condition, JsonType::Scalar);
                    return None;
                }
            };
            Some(Spanned::new(text, item.span))
        };
        Some(items.iter().filter_map(one).collect())
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
