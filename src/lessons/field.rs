//! How a member of a request compares with what a line wants of it.

use super::goal::Comparison;
use crate::glob::Glob;
use serde_json::Value;

/// Texts compare as patterns, lists by one that fits; what is more or less is a number.
pub(super) fn is_value(found: &Value, comparison: Comparison, wanted: &str) -> bool {
    let text = match found {
        Value::String(text) => text.clone(),
        Value::Array(items) if comparison == Comparison::Equal => {
            return items.iter().any(|item| is_value(item, comparison, wanted));
        }
        other => other.to_string(),
    };
    match comparison {
        Comparison::Equal => Glob::new(wanted).matches(&text),
        Comparison::NotEqual => !Glob::new(wanted).matches(&text),
        _ => {
            let (found, wanted) = (text.parse::<i64>(), wanted.parse::<i64>());
            found.is_ok_and(|found| wanted.is_ok_and(|wanted| comparison.holds(found.cmp(&wanted))))
        }
    }
}
