//! Whether a request is what its operation takes, told in the words of AWS's services.
//!
//! Types, required members, lengths, ranges, patterns and sets of values come from the model of the service. What a
//! value means, and what members have to do with each other, the operation says itself.
//!
//! Services that speak XML over addresses (S3), and EC2, refuse each in words of their own; of theirs only missing
//! parameters and unknown values are told here.

use super::ApiError;
use crate::catalog::{Bounds, Form, Member, Protocol, ServiceModel, Shape, ValueType, fits, service_model};
use serde_json::Value;
use std::fmt;

/// Refuses a request that is not what the model of the operation says. An operation without a model is let through.
///
/// Errors: `ValidationError`, or what the service says in its place, with all that is wrong in one sentence.
pub(super) fn check(operation: &str, input: &Value) -> Result<(), ApiError> {
    let Some((service, name)) = operation.split_once(':') else { return Ok(()) };
    let Some(model) = service_model(service) else { return Ok(()) };
    let Some(operation) = model.operation(name) else { return Ok(()) };
    let mut check = Check { model, problems: Vec::new(), refusal: None };
    check.structure(model.members(operation.input), "", input);
    check.result()
}

struct Check<'a> {
    model: &'a ServiceModel,
    problems: Vec<String>,
    /// What is refused in words of its own, the first of its kind.
    refusal: Option<ApiError>,
}

impl Check<'_> {
    fn result(self) -> Result<(), ApiError> {
        let count = self.problems.len();
        if count == 0 {
            return self.refusal.map_or(Ok(()), Err);
        }
        let noun = if count == 1 { "error" } else { "errors" };
        let message = format!("{count} validation {noun} detected: {}", self.problems.join("; "));
        let code = match (self.model.protocol, &*self.model.service) {
            (_, "sns") => "InvalidParameter",
            (Protocol::Query, _) => "ValidationError",
            _ => "ValidationException",
        };
        Err(ApiError::new(code, 400, message))
    }

    fn refuse(&mut self, error: ApiError) {
        self.refusal.get_or_insert(error);
    }

    fn structure(&mut self, members: &[Member], path: &str, value: &Value) {
        let Value::Object(values) = value else { return self.wrong_type("structure", value) };
        for member in members {
            let place = joined(path, &lower_first(&member.name));
            match values.get(&*member.name) {
                Some(Value::Null) | None if member.is_required => self.missing(&member.name, &place),
                Some(Value::Null) | None => {}
                Some(value) => self.value(member.value, &place, value),
            }
        }
    }

    fn missing(&mut self, name: &str, place: &str) {
        match self.model.protocol {
            Protocol::Ec2 => {
                let message = format!("The request must contain the parameter {name}");
                self.refuse(ApiError::new("MissingParameter", 400, message));
            }
            _ => self
                .problems
                .push(format!("Value null at '{place}' failed to satisfy constraint: Member must not be null")),
        }
    }

    fn value(&mut self, wanted: ValueType, place: &str, value: &Value) {
        match (wanted, value) {
            (ValueType::Text(bounds) | ValueType::Policy(bounds), Value::String(text)) => {
                let broken = self.broken_by_text(bounds, text);
                self.tell(place, text, &broken);
            }
            (ValueType::Integer(bounds), Value::Number(number)) if number.is_i64() || number.is_u64() => {
                let broken = out_of_range(bounds, number.as_i64(), "value");
                self.tell(place, &number.to_string(), broken.as_slice());
            }
            (ValueType::Shape(index), _) => self.shape(index, place, value),
            (ValueType::Text(_) | ValueType::Policy(_), _) => self.wrong_type("String", value),
            (ValueType::Integer(_), _) => self.wrong_type("Integer", value),
            (ValueType::Boolean, Value::Bool(_))
            | (ValueType::Number, Value::Number(_))
            | (ValueType::Bytes | ValueType::Time, _) => {}
            (ValueType::Boolean, _) => self.wrong_type("Boolean", value),
            (ValueType::Number, _) => self.wrong_type("Double", value),
        }
    }

    fn shape(&mut self, index: usize, place: &str, value: &Value) {
        let model = self.model;
        match (model.shape(index), value) {
            (Some(Shape::Structure(members)), _) => self.structure(members, place, value),
            (Some(Shape::List(item, count)), Value::Array(items)) => self.list(*item, *count, place, items),
            (Some(Shape::Map { key, value: wanted, count }), Value::Object(entries)) => {
                self.count(*count, place, value, entries.len());
                for (name, value) in entries {
                    self.value(*key, place, &Value::from(name.as_str()));
                    self.value(*wanted, &joined(place, name), value);
                }
            }
            (Some(Shape::List(..)), _) => self.wrong_type("list", value),
            (Some(Shape::Map { .. }), _) => self.wrong_type("map", value),
            (None, _) => {}
        }
    }

    /// Of texts in a list AWS tells the list, and what each of its members must be.
    fn list(&mut self, item: ValueType, count: Bounds, place: &str, items: &[Value]) {
        self.count(count, place, &Value::from(items), items.len());
        let ValueType::Text(bounds) = item else {
            for (position, value) in items.iter().enumerate() {
                self.value(item, &format!("{place}.{}.member", position + 1), value);
            }
            return;
        };
        for value in items {
            let Value::String(text) = value else { return self.wrong_type("String", value) };
            let broken = self.broken_by_text(bounds, text);
            if !broken.is_empty() {
                let parts: Vec<String> = broken.iter().map(ToString::to_string).collect();
                return self.tell(place, &shown(&Value::from(items)), &[Broken::Each(parts.join(", "))]);
            }
        }
    }

    fn count(&mut self, bounds: Bounds, place: &str, value: &Value, n_items: usize) {
        let broken = out_of_range(bounds, n_items.try_into().ok(), "length");
        self.tell(place, &shown(value), broken.as_slice());
    }

    fn broken_by_text(&self, bounds: Bounds, text: &str) -> Vec<Broken> {
        let mut broken = Vec::from_iter(out_of_range(bounds, text.chars().count().try_into().ok(), "length"));
        match self.model.form(bounds) {
            Some(Form::Pattern(pattern)) if !fits(pattern, text) => broken.push(Broken::Pattern(pattern.to_string())),
            Some(Form::OneOf(values)) if values.iter().all(|known| **known != *text) => {
                broken.push(Broken::Values(values.join(", ")));
            }
            _ => {}
        }
        broken
    }

    fn tell(&mut self, place: &str, value: &str, broken: &[Broken]) {
        for problem in broken {
            match (self.model.protocol, &*self.model.service, problem) {
                (Protocol::Ec2 | Protocol::RestXml, ..) => {
                    let message = format!("Value ({value}) for parameter {place} is invalid.");
                    self.refuse(ApiError::new("InvalidParameterValue", 400, message));
                }
                (_, "organizations", problem) => {
                    self.refuse(ApiError::new("InvalidInputException", 400, problem.reason()));
                }
                (_, "iam", Broken::Pattern(pattern)) if pattern == NAME_PATTERN => {
                    let message = format!(
                        "The specified value for {place} is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-"
                    );
                    self.refuse(ApiError::validation(message));
                }
                _ => {
                    let sentence = format!("Value '{value}' at '{place}' failed to satisfy constraint: {problem}");
                    self.problems.push(sentence);
                }
            }
        }
    }

    /// What is no such thing at all is not read any further.
    fn wrong_type(&mut self, wanted: &str, value: &Value) {
        let given = match value {
            Value::Null => "NULL_VALUE",
            Value::Bool(true) => "TRUE_VALUE",
            Value::Bool(false) => "FALSE_VALUE",
            Value::Number(number) if number.is_f64() => "DECIMAL_VALUE",
            Value::Number(_) => "NUMBER_VALUE",
            Value::String(_) => "STRING_VALUE",
            Value::Array(_) => "LIST_VALUE",
            Value::Object(_) => "STRUCTURE_VALUE",
        };
        let message = match wanted {
            "structure" | "list" | "map" => "Expected a structure.".to_owned(),
            _ => format!("{given} can not be converted to a {wanted}"),
        };
        self.refuse(ApiError::new("SerializationException", 400, message));
    }
}

/// What a value does not keep to; in `Display` as most services say it.
enum Broken {
    /// A `length` or a `value`, and what it must be at the least.
    TooLittle(&'static str, i64),
    TooMuch(&'static str, i64),
    Pattern(String),
    Values(String),
    Each(String),
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLittle(noun, least) => write!(f, "Member must have {noun} greater than or equal to {least}"),
            Self::TooMuch(noun, most) => write!(f, "Member must have {noun} less than or equal to {most}"),
            Self::Pattern(pattern) => write!(f, "Member must satisfy regular expression pattern: {pattern}"),
            Self::Values(values) => write!(f, "Member must satisfy enum value set: [{values}]"),
            Self::Each(problems) => write!(f, "Member must satisfy constraint: [{problems}]"),
        }
    }
}

impl Broken {
    /// The reasons of AWS Organizations' `InvalidInputException`, from its API reference.
    fn reason(&self) -> &'static str {
        match self {
            Self::TooLittle("length", _) => "You provided a string parameter that is shorter than allowed.",
            Self::TooMuch("length", _) => "You provided a string parameter that is longer than allowed.",
            Self::TooLittle(..) => "You provided a numeric parameter that has a smaller value than allowed.",
            Self::TooMuch(..) => "You provided a numeric parameter that has a larger value than allowed.",
            Self::Pattern(_) | Self::Each(_) => "You provided a value that doesn't match the required pattern.",
            Self::Values(_) => "You specified an invalid value.",
        }
    }
}

/// Names that IAM tells of in words of its own (rule E-1).
const NAME_PATTERN: &str = "[\\w+=,.@-]+";

fn out_of_range(bounds: Bounds, size: Option<i64>, noun: &'static str) -> Option<Broken> {
    let size = size?;
    if let Some(least) = bounds.least.filter(|least| size < *least) {
        return Some(Broken::TooLittle(noun, least));
    }
    bounds.most.filter(|most| size > *most).map(|most| Broken::TooMuch(noun, most))
}

fn joined(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// Members are told of with a small first letter.
pub(super) fn lower_first(member: &str) -> String {
    let mut characters = member.chars();
    characters.next().map(|first| first.to_ascii_lowercase()).into_iter().chain(characters).collect()
}

/// A list as services write it: its members in brackets, bare.
fn shown(value: &Value) -> String {
    match value {
        Value::Array(items) => format!("[{}]", items.iter().map(shown).collect::<Vec<_>>().join(", ")),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
