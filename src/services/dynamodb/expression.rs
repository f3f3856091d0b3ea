//! Expressions of DynamoDB, as far as they are read: which attributes come back, which keys are looked for, what an update
//! sets and removes. Paths into attributes, functions of updates and filters are not.

use crate::services::ApiError;
use serde_json::Value;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// What names and values with `#` and `:` stand for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Substitutes<'a> {
    pub(super) names: &'a BTreeMap<String, String>,
    pub(super) values: &'a BTreeMap<String, Value>,
}

/// A comparison of a key.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Comparison {
    pub(super) name: String,
    operator: String,
    pub(super) operands: Vec<Value>,
}

fn syntax(kind: &str, token: &str) -> ApiError {
    let message = format!("Invalid {kind}: Syntax error; token: \"{token}\"");
    ApiError::new("ValidationException", 400, message)
}

/// Names, values, operators and brackets; a comma stands for itself.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let kind = |letter: char| match letter {
        _ if letter.is_whitespace() => 0,
        '<' | '>' | '=' => 1,
        '(' | ')' | ',' => 2,
        _ => 3,
    };
    let mut before = 0;
    for letter in text.chars() {
        let now = kind(letter);
        match tokens.last_mut() {
            Some(last) if now == before && (now == 1 || now == 3) => last.push(letter),
            _ if now == 0 => {}
            _ => tokens.push(letter.to_string()),
        }
        before = now;
    }
    tokens
}

/// The attributes that a `ProjectionExpression` wants; none if nothing is said.
pub(super) fn projection(
    text: Option<&str>,
    names: &BTreeMap<String, String>,
) -> Result<Option<Vec<String>>, ApiError> {
    let substitutes = Substitutes { names, values: &BTreeMap::new() };
    text.map(|text| substitutes.names_in(text, "ProjectionExpression")).transpose()
}

impl Substitutes<'_> {
    fn name(&self, token: &str, kind: &str) -> Result<String, ApiError> {
        if token.starts_with('#') {
            let message = format!(
                "Invalid {kind}: An expression attribute name used in the document path is not defined; attribute name: {token}"
            );
            return self.names.get(token).cloned().ok_or_else(|| ApiError::new("ValidationException", 400, message));
        }
        let is_name = token.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '-'));
        if is_name && !token.is_empty() { Ok(token.to_owned()) } else { Err(syntax(kind, token)) }
    }

    fn value(&self, token: &str, kind: &str) -> Result<Value, ApiError> {
        let message = format!(
            "Invalid {kind}: An expression attribute value used in expression is not defined; attribute value: {token}"
        );
        let missing = || ApiError::new("ValidationException", 400, message);
        if token.starts_with(':') {
            self.values.get(token).cloned().ok_or_else(missing)
        } else {
            Err(syntax(kind, token))
        }
    }

    /// The attributes of a list.
    fn names_in(&self, text: &str, kind: &str) -> Result<Vec<String>, ApiError> {
        tokens(text)
            .split(|token| token == ",")
            .map(|name| match name {
                [name] => self.name(name, kind),
                other => Err(syntax(kind, &other.concat())),
            })
            .collect()
    }

    /// The comparisons of a `KeyConditionExpression`.
    pub(super) fn key_condition(&self, text: &str) -> Result<Vec<Comparison>, ApiError> {
        const KIND: &str = "KeyConditionExpression";
        let all = tokens(text);
        let mut rest: &[String] = &all;
        let mut found = Vec::new();
        loop {
            let words: Vec<&str> = rest.iter().map(String::as_str).collect();
            let (comparison, n_read) = match words.as_slice() {
                ["begins_with", "(", name, ",", value, ")", ..] => (self.comparison(name, "begins_with", &[value])?, 6),
                [name, between, low, and, high, ..]
                    if between.eq_ignore_ascii_case("between") && and.eq_ignore_ascii_case("and") =>
                {
                    (self.comparison(name, "between", &[low, high])?, 5)
                }
                [name, operator @ ("=" | "<" | "<=" | ">" | ">="), value, ..] => {
                    (self.comparison(name, operator, &[value])?, 3)
                }
                other => return Err(syntax(KIND, other.first().copied().unwrap_or("<EOF>"))),
            };
            found.push(comparison);
            match rest.get(n_read) {
                None => return Ok(found),
                Some(and) if and.eq_ignore_ascii_case("and") => rest = rest.get(n_read + 1..).unwrap_or_default(),
                Some(other) => return Err(syntax(KIND, other)),
            }
        }
    }

    fn comparison(&self, name: &str, operator: &str, values: &[&str]) -> Result<Comparison, ApiError> {
        const KIND: &str = "KeyConditionExpression";
        let operands: Result<Vec<Value>, ApiError> = values.iter().map(|value| self.value(value, KIND)).collect();
        Ok(Comparison { name: self.name(name, KIND)?, operator: operator.to_owned(), operands: operands? })
    }

    /// What an `UpdateExpression` sets, and to which value; without one the attribute is removed.
    pub(super) fn update(&self, text: &str) -> Result<Vec<(String, Option<Value>)>, ApiError> {
        const KIND: &str = "UpdateExpression";
        let all = tokens(text);
        let is_section = |token: &str| token.eq_ignore_ascii_case("set") || token.eq_ignore_ascii_case("remove");
        let mut changes = Vec::new();
        let mut rest: &[String] = &all;
        while let Some((section, after)) = rest.split_first() {
            if !is_section(section) {
                return Err(syntax(KIND, section));
            }
            let end = after.iter().position(|token| is_section(token)).unwrap_or(after.len());
            let (own, next) = after.split_at(end);
            for clause in own.split(|token| token == ",") {
                changes.push(match clause {
                    [name, equal, value] if section.eq_ignore_ascii_case("set") && equal == "=" => {
                        (self.name(name, KIND)?, Some(self.value(value, KIND)?))
                    }
                    [name] if section.eq_ignore_ascii_case("remove") => (self.name(name, KIND)?, None),
                    other => return Err(syntax(KIND, &other.concat())),
                });
            }
            rest = next;
        }
        Ok(changes)
    }
}

impl Comparison {
    /// Whether it asks for one value alone.
    pub(super) fn is_equality(&self) -> bool {
        self.operator == "="
    }

    /// Whether an attribute is what it asks for.
    pub(super) fn is_met(&self, value: &Value) -> bool {
        let [first, ..] = self.operands.as_slice() else { return false };
        let against = |operand: &Value| compare(value, operand);
        match self.operator.as_str() {
            "begins_with" => {
                value["S"].as_str().zip(first["S"].as_str()).is_some_and(|(text, start)| text.starts_with(start))
            }
            "between" => {
                let last = self.operands.last().unwrap_or(first);
                against(first).is_some_and(Ordering::is_ge) && against(last).is_some_and(Ordering::is_le)
            }
            "<" => against(first).is_some_and(Ordering::is_lt),
            "<=" => against(first).is_some_and(Ordering::is_le),
            ">" => against(first).is_some_and(Ordering::is_gt),
            ">=" => against(first).is_some_and(Ordering::is_ge),
            _ => value == first,
        }
    }
}

/// The order of two attributes of one type: numbers as such, text and bytes by their bytes.
pub(super) fn compare(one: &Value, other: &Value) -> Option<Ordering> {
    let number = |value: &Value| value["N"].as_str()?.parse::<f64>().ok();
    if let (Some(one), Some(other)) = (number(one), number(other)) {
        return one.partial_cmp(&other);
    }
    ["S", "B"].iter().find_map(|kind| Some(one[kind].as_str()?.cmp(other[kind].as_str()?)))
}
