//! Condition operators on context values (part B of the rules).
//!
//! Values are text on both sides. A text that does not fit the operator's type matches nothing,
//! which fails a plain operator and passes a negated one (rule B-31).

use super::request::{ContextValue, RequestContext};
use super::trace::ConditionOutcome;
use crate::clock::Timestamp;
use crate::policy::compile::{CompiledCondition, CompiledValue};
use crate::policy::{Comparison, Qualifier};
use data_encoding::BASE64;
use ipnet::IpNet;
use std::net::IpAddr;

/// Evaluates one line of a condition.
pub(super) fn evaluate(condition: &CompiledCondition, context: &RequestContext) -> ConditionOutcome {
    let operator = condition.operator;
    let value = context.get(&condition.key);
    let values = value.map(ContextValue::values).unwrap_or_default();
    if operator.comparison == Comparison::Null {
        return null(condition, values);
    }
    if values.is_empty() {
        return missing(condition);
    }
    // With nothing to compare with, these hold for a missing key at the most, negated or not (B-4).
    if condition.values.is_empty() && (operator.qualifier.is_some() || operator.if_exists) {
        return ConditionOutcome::NoValueMatched;
    }
    let fits = |requested: &str| {
        condition.values.iter().position(|value| compare(operator.comparison, value, requested, context))
    };
    match (operator.qualifier, operator.is_negated) {
        (None | Some(Qualifier::ForAnyValue), false) => {
            let found = values.iter().find_map(|requested| fits(requested));
            found.map_or(ConditionOutcome::NoValueMatched, |index| ConditionOutcome::Matched(position(index)))
        }
        (None, true) => {
            let found = values.iter().find_map(|requested| fits(requested));
            found.map_or(ConditionOutcome::NoneOfThem, |index| ConditionOutcome::ValueIsListed(position(index)))
        }
        (Some(Qualifier::ForAnyValue), true) => {
            let first = fits(&values[0]).unwrap_or_default();
            let passes = values.iter().any(|requested| fits(requested).is_none());
            if passes { ConditionOutcome::NoneOfThem } else { ConditionOutcome::ValueIsListed(position(first)) }
        }
        (Some(Qualifier::ForAllValues), is_negated) => {
            let failing = values.iter().position(|requested| fits(requested).is_some() == is_negated);
            failing.map_or(ConditionOutcome::EveryValuePassed, |index| ConditionOutcome::ValueFailed(position(index)))
        }
    }
}

fn position(index: usize) -> u16 {
    u16::try_from(index).unwrap_or(u16::MAX)
}

/// Rule B-41. `IfExists` is looked at first (B-10).
fn missing(condition: &CompiledCondition) -> ConditionOutcome {
    let operator = condition.operator;
    if operator.if_exists {
        return ConditionOutcome::KeyMissingIfExists;
    }
    match operator.qualifier {
        Some(Qualifier::ForAllValues) => ConditionOutcome::NothingToCompareSoPassed,
        Some(Qualifier::ForAnyValue) => ConditionOutcome::NothingToCompareSoFailed,
        None if operator.is_negated => ConditionOutcome::KeyMissingSoPassed,
        None => ConditionOutcome::KeyMissing,
    }
}

/// `Null: "true"` asks for absence, `"false"` for presence; a qualifier makes it constant (B-21).
fn null(condition: &CompiledCondition, values: &[Box<str>]) -> ConditionOutcome {
    let is_absent = values.is_empty();
    let asks = |answer: &str| condition.values.iter().any(|value| value.text.eq_ignore_ascii_case(answer));
    let passes = match condition.operator.qualifier {
        Some(Qualifier::ForAllValues) => true,
        Some(Qualifier::ForAnyValue) => false,
        None => asks(if is_absent { "true" } else { "false" }),
    };
    if passes { ConditionOutcome::NullAsAsked } else { ConditionOutcome::NullNotAsAsked }
}

/// Whether one value of the policy fits one value of the request, negation aside.
fn compare(comparison: Comparison, value: &CompiledValue, requested: &str, context: &RequestContext) -> bool {
    use Comparison as C;
    match comparison {
        C::StringEquals | C::StringLike | C::StringEqualsIgnoreCase | C::Bool | C::ArnLike => {
            // A variable without a value fits nothing.
            let Some(pattern) = value.template.resolve(|key| context.variable(key)) else { return false };
            match comparison {
                C::StringEqualsIgnoreCase => pattern.to_lowercase().matches(&requested.to_lowercase()),
                // Case does not count (B-17), and what is no truth value equals nothing (B-31).
                C::Bool => {
                    let requested = requested.to_ascii_lowercase();
                    matches!(&*requested, "true" | "false") && pattern.to_lowercase().matches(&requested)
                }
                C::ArnLike => compare_arns(&pattern, requested),
                _ => pattern.matches(requested),
            }
        }
        C::NumericEquals
        | C::NumericLessThan
        | C::NumericLessThanEquals
        | C::NumericGreaterThan
        | C::NumericGreaterThanEquals => {
            let pair = number(requested).zip(number(&value.text));
            pair.is_some_and(|(requested, wanted)| ordered(comparison, requested.partial_cmp(&wanted)))
        }
        C::DateEquals | C::DateLessThan | C::DateLessThanEquals | C::DateGreaterThan | C::DateGreaterThanEquals => {
            let pair = Timestamp::parse(requested).zip(Timestamp::parse(&value.text));
            pair.is_some_and(|(requested, wanted)| ordered(comparison, Some(requested.cmp(&wanted))))
        }
        C::BinaryEquals => {
            let pair = BASE64.decode(requested.as_bytes()).ok().zip(BASE64.decode(value.text.as_bytes()).ok());
            pair.is_some_and(|(requested, wanted)| requested == wanted)
        }
        C::IpAddress => {
            let pair = requested.parse::<IpAddr>().ok().zip(range(&value.text));
            pair.is_some_and(|(address, range)| range.contains(&address))
        }
        C::Null => false,
    }
}

fn ordered(comparison: Comparison, ordering: Option<std::cmp::Ordering>) -> bool {
    use Comparison as C;
    ordering.is_some_and(|ordering| match comparison {
        C::NumericLessThan | C::DateLessThan => ordering.is_lt(),
        C::NumericLessThanEquals | C::DateLessThanEquals => ordering.is_le(),
        C::NumericGreaterThan | C::DateGreaterThan => ordering.is_gt(),
        C::NumericGreaterThanEquals | C::DateGreaterThanEquals => ordering.is_ge(),
        _ => ordering.is_eq(),
    })
}

/// Integers and decimals as JSON or a person writes them; words that Rust takes for numbers are not.
fn number(text: &str) -> Option<f64> {
    let text = text.trim();
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
    text.parse().ok().filter(|_| is_number)
}

/// A range in CIDR form; an address alone is the range of just that address (B-19).
fn range(text: &str) -> Option<IpNet> {
    text.parse().ok().or_else(|| text.parse::<IpAddr>().ok().map(IpNet::from))
}

/// Field by field, so that no wildcard reaches over a colon (B-20).
fn compare_arns(pattern: &crate::glob::Glob, requested: &str) -> bool {
    let fields: Vec<&str> = requested.splitn(6, ':').collect();
    let patterns = pattern.arn_fields().filter(|_| fields.len() == 6);
    patterns.is_some_and(|patterns| patterns.iter().zip(fields).all(|(pattern, field)| pattern.matches(field)))
}
