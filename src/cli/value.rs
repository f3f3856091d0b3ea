//! From what is written after an option to the value that the API takes, and what a client checks before it
//! sends a request: types, required members, least lengths. All else is the service's to check.

use super::shorthand;
use crate::catalog::{Bounds, Member, ServiceModel, Shape, ValueType};
use serde_json::{Map, Value};

/// Why a text is no value of an option.
#[derive(Debug)]
pub(super) enum ValueError {
    /// The text cannot be read.
    Parsing(String),
    /// No number.
    Number(String),
}

/// Whether an option takes any number of words.
pub(super) fn is_list(model: &ServiceModel, value: ValueType) -> bool {
    matches!(value, ValueType::Shape(index) if matches!(model.shape(index), Some(Shape::List(..))))
}

/// The value that the words after an option stand for.
///
/// Errors: they stand for none.
pub(super) fn from_words(model: &ServiceModel, value: ValueType, words: &[String]) -> Result<Value, ValueError> {
    let first = words.first().map(String::as_str).unwrap_or_default();
    let ValueType::Shape(index) = value else { return scalar(value, first) };
    // Of a list only what begins as one is JSON: policies are texts that begin with a brace.
    let is_whole = !is_list(model, value) || first.trim_start().starts_with('[');
    if words.len() == 1
        && is_whole
        && let Some(json) = json(first)?
    {
        return Ok(json);
    }
    match model.shape(index) {
        Some(Shape::List(ValueType::Shape(item), _)) => {
            let items = words.iter().map(|word| match json(word)? {
                Some(value) => Ok(value),
                None => structured(model, ValueType::Shape(*item), word),
            });
            items.collect::<Result<_, _>>().map(Value::Array)
        }
        Some(Shape::List(item, _)) => {
            words.iter().map(|word| scalar(*item, word)).collect::<Result<_, _>>().map(Value::Array)
        }
        _ => structured(model, value, first),
    }
}

fn structured(model: &ServiceModel, value: ValueType, text: &str) -> Result<Value, ValueError> {
    let parsed = shorthand::parse(text).map_err(ValueError::Parsing)?;
    fit(model, value, parsed)
}

/// Text that begins as JSON does.
fn json(text: &str) -> Result<Option<Value>, ValueError> {
    if !text.trim_start().starts_with(['{', '[']) {
        return Ok(None);
    }
    let value = serde_json::from_str(text);
    value.map(Some).map_err(|error| ValueError::Parsing(format!("Invalid JSON: {error}\nJSON received: {text}")))
}

fn scalar(value: ValueType, text: &str) -> Result<Value, ValueError> {
    match value {
        ValueType::Integer(_) => {
            let number = text.trim().parse::<i64>();
            let invalid = |_| ValueError::Number(format!("invalid literal for int() with base 10: '{text}'"));
            number.map(Value::from).map_err(invalid)
        }
        ValueType::Number => {
            let number = text.trim().parse::<f64>();
            let invalid = |_| ValueError::Number(format!("could not convert string to float: '{text}'"));
            number.map(Value::from).map_err(invalid)
        }
        ValueType::Boolean if text.eq_ignore_ascii_case("true") => Ok(Value::Bool(true)),
        ValueType::Boolean if text.eq_ignore_ascii_case("false") => Ok(Value::Bool(false)),
        _ => Ok(Value::from(text)),
    }
}

/// Puts a value that was read without knowing what is wanted into the wanted shape: one value for a list of
/// one, numbers for their text.
fn fit(model: &ServiceModel, wanted: ValueType, value: Value) -> Result<Value, ValueError> {
    let ValueType::Shape(index) = wanted else {
        return match value {
            Value::String(text) => scalar(wanted, &text),
            other => Ok(other),
        };
    };
    match (model.shape(index), value) {
        (Some(Shape::List(item, _)), Value::Array(items)) => {
            items.into_iter().map(|value| fit(model, *item, value)).collect::<Result<_, _>>().map(Value::Array)
        }
        (Some(Shape::List(item, _)), single) => Ok(Value::Array(vec![fit(model, *item, single)?])),
        (Some(Shape::Structure(members)), Value::Object(values)) => {
            let kind = |name: &str| members.iter().find(|member| &*member.name == name).map(|member| member.value);
            let fitted = values.into_iter().map(|(name, value)| {
                let value = kind(&name).map_or(Ok(value.clone()), |wanted| fit(model, wanted, value))?;
                Ok((name, value))
            });
            fitted.collect::<Result<Map<_, _>, _>>().map(Value::Object)
        }
        (Some(Shape::Map { value: item, .. }), Value::Object(values)) => {
            let fitted = values.into_iter().map(|(name, value)| Ok((name, fit(model, *item, value)?)));
            fitted.collect::<Result<Map<_, _>, _>>().map(Value::Object)
        }
        (_, other) => Ok(other),
    }
}

/// What a client finds wrong with a request, one sentence each, in botocore's words.
pub(super) fn problems(model: &ServiceModel, input: Option<usize>, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    check_structure(model, model.members(input), "", value, &mut found);
    found
}

fn check_structure(model: &ServiceModel, members: &[Member], path: &str, value: &Value, found: &mut Vec<String>) {
    let Value::Object(values) = value else {
        wrong_type(path, value, "<class 'dict'>", found);
        return;
    };
    let place = if path.is_empty() { "input" } else { path };
    for member in members.iter().filter(|member| member.is_required && !values.contains_key(&*member.name)) {
        found.push(format!("Missing required parameter in {place}: \"{}\"", member.name));
    }
    for name in values.keys().filter(|name| members.iter().all(|member| *member.name != ***name)) {
        let known: Vec<&str> = members.iter().map(|member| &*member.name).collect();
        found.push(format!("Unknown parameter in {place}: \"{name}\", must be one of: {}", known.join(", ")));
    }
    for member in members {
        if let Some(value) = values.get(&*member.name) {
            let path = if path.is_empty() { member.name.to_string() } else { format!("{path}.{}", member.name) };
            check(model, member.value, &path, value, found);
        }
    }
}

fn check(model: &ServiceModel, wanted: ValueType, path: &str, value: &Value, found: &mut Vec<String>) {
    let class = match wanted {
        ValueType::Shape(index) => match (model.shape(index), value) {
            (Some(Shape::Structure(members)), _) => return check_structure(model, members, path, value, found),
            (Some(Shape::List(item, _)), Value::Array(items)) => {
                for (index, value) in items.iter().enumerate() {
                    check(model, *item, &format!("{path}[{index}]"), value, found);
                }
                return;
            }
            (Some(Shape::Map { value: item, .. }), Value::Object(values)) => {
                for (name, value) in values {
                    check(model, *item, &format!("{path}.{name}"), value, found);
                }
                return;
            }
            (Some(Shape::List(..)), _) => "<class 'list'>, <class 'tuple'>",
            _ => "<class 'dict'>",
        },
        ValueType::Text(Bounds { least, .. }) => match value {
            Value::String(text) => {
                let length = text.chars().count();
                if let Some(least) = least.filter(|least| i64::try_from(length).is_ok_and(|length| length < *least)) {
                    found.push(format!(
                        "Invalid length for parameter {path}, value: {length}, valid min length: {least}"
                    ));
                }
                return;
            }
            _ => "<class 'str'>",
        },
        ValueType::Integer(Bounds { least, .. }) => match value.as_i64() {
            Some(number) => {
                if let Some(least) = least.filter(|least| number < *least) {
                    found
                        .push(format!("Invalid value for parameter {path}, value: {number}, valid min value: {least}"));
                }
                return;
            }
            None => "<class 'int'>",
        },
        ValueType::Boolean if !value.is_boolean() => "<class 'bool'>",
        ValueType::Policy(_) if !value.is_string() => "<class 'str'>",
        _ => return,
    };
    wrong_type(path, value, class, found);
}

fn wrong_type(path: &str, value: &Value, wanted: &str, found: &mut Vec<String>) {
    let class = match value {
        Value::Null => "NoneType",
        Value::Bool(_) => "bool",
        Value::Number(number) if number.is_f64() => "float",
        Value::Number(_) => "int",
        Value::String(_) => "str",
        Value::Array(_) => "list",
        Value::Object(_) => "dict",
    };
    let path = if path.is_empty() { "input" } else { path };
    found.push(format!(
        "Invalid type for parameter {path}, value: {value}, type: <class '{class}'>, valid types: {wanted}"
    ));
}
