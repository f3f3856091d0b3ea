//! Answers as the AWS CLI prints them.
//!
//! Members stand in the order of the service's model, times and policies in the form that the client gives them.
//! Pages do not exist here, so what only tells of pages is left out, as the client leaves it out when it has
//! read all of them.

use super::query::Query;
use super::{Format, tabular};
use crate::catalog::{ServiceModel, Shape, ValueType, service_model};
use serde_json::{Map, Value};

/// Members that only tell of pages.
const OF_PAGES: &[&str] = &["IsTruncated", "Marker", "NextToken", "Truncated"];

/// What a call prints.
pub(super) fn output(operation: &str, answer: &Value, query: Option<&Query>, format: Format) -> String {
    let value = shaped(operation, answer);
    if query.is_none() && value.as_object().is_some_and(Map::is_empty) {
        return String::new();
    }
    let value = query.map(|query| query.of(&value)).unwrap_or(value);
    match format {
        Format::Json => format!("{}\n", pretty(&value)),
        Format::Text => tabular::text(&value),
    }
}

/// The answer as the client reads it.
pub(super) fn shaped(operation: &str, answer: &Value) -> Value {
    let (service, name) = operation.split_once(':').unwrap_or_default();
    let Some(model) = service_model(service) else { return answer.clone() };
    let output = model.operation(name).and_then(|operation| operation.output);
    let Some(index) = output else { return answer.clone() };
    let mut value = shape(model, ValueType::Shape(index), answer);
    if let Value::Object(members) = &mut value {
        members.retain(|name, _| !OF_PAGES.contains(&name.as_str()));
        // The client writes them to a file, of its own accord.
        if name == "CreateVirtualMFADevice"
            && let Some(Value::Object(device)) = members.get_mut("VirtualMFADevice")
        {
            device.retain(|name, _| !matches!(name.as_str(), "Base32StringSeed" | "QRCodePNG"));
        }
        if matches!(name, "ListObjects" | "ListObjectsV2") {
            members.retain(|name, value| {
                matches!(name.as_str(), "Contents" | "CommonPrefixes")
                    && value.as_array().is_some_and(|all| !all.is_empty())
            });
        }
    }
    value
}

fn shape(model: &ServiceModel, wanted: ValueType, value: &Value) -> Value {
    match (wanted, value) {
        (ValueType::Time, Value::String(text)) => {
            Value::String(text.strip_suffix('Z').map_or(text.clone(), |time| format!("{time}+00:00")))
        }
        (ValueType::Policy(_), Value::String(text)) => serde_json::from_str(text).unwrap_or_else(|_| value.clone()),
        (ValueType::Shape(index), _) => match (model.shape(index), value) {
            (Some(Shape::Structure(members)), Value::Object(values)) => {
                let known = members.iter().filter_map(|member| {
                    let value = values.get(&*member.name)?;
                    Some((member.name.to_string(), shape(model, member.value, value)))
                });
                Value::Object(known.collect())
            }
            (Some(Shape::List(item, _)), Value::Array(items)) => {
                items.iter().map(|value| shape(model, *item, value)).collect()
            }
            _ => value.clone(),
        },
        _ => value.clone(),
    }
}

/// JSON with four blanks a level, as the client prints it.
fn pretty(value: &Value) -> String {
    let mut bytes = Vec::new();
    let formatter = serde_json::ser::PrettyFormatter::with_indent(b"    ");
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, formatter);
    // Writing to memory does not fail.
    let _ = serde::Serialize::serialize(value, &mut serializer);
    String::from_utf8(bytes).unwrap_or_default()
}
