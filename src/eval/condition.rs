//! Condition operators on context values (part B of the rules).
//!
//! Values are text on both sides. A text that does not fit the operator's type matches nothing,
//! which fails a plain operator and passes a negated one (rule B-31).

use super::context::RequestContext;
use super::request::ContextValue;
use super::trace::ConditionOutcome;
use crate::clock::Timestamp;
use crate::decimal::Decimal;
use crate::glob::Glob;
use crate::policy::compile::{CompiledCondition, CompiledValue, Operand};
use crate::policy::{Comparison, Qualifier};
use std::borrow::Cow;
use std::cmp::Ordering;
use std::net::IpAddr;

/// Evaluates one line of a condition.
pub(super) fn evaluate(condition: &CompiledCondition, context: &RequestContext) -> ConditionOutcome {
    let operator = condition.operator;
    if context.has_unknown() && is_unknown(condition, context) {
        return ConditionOutcome::NotKnown;
    }
    let value = context.find(&condition.key, condition.fingerprint);
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
    let fits = |requested: &str| first_fitting(condition, requested, context);
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

/// Whether the line depends on a key of which nothing is known; under a qualifier `Null` is constant (B-21).
fn is_unknown(condition: &CompiledCondition, context: &RequestContext) -> bool {
    if condition.operator.comparison == Comparison::Null {
        return condition.operator.qualifier.is_none() && context.is_unknown(&condition.key);
    }
    let is_compared =
        context.find(&condition.key, condition.fingerprint).is_some_and(|value| !value.values().is_empty());
    let has_variable = |value: &CompiledValue| value.template.has_variable(|key| context.is_unknown(key));
    context.is_unknown(&condition.key) || is_compared && condition.values.iter().any(has_variable)
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

/// The first value of the policy that fits one value of the request, negation aside.
///
/// What the request says is read once, whatever the number of values it is compared with.
fn first_fitting(condition: &CompiledCondition, requested: &str, context: &RequestContext) -> Option<usize> {
    use Comparison as C;
    let comparison = condition.operator.comparison;
    let first = |fits: &dyn Fn(&CompiledValue) -> bool| condition.values.iter().position(fits);
    match comparison {
        C::StringEquals | C::StringLike => {
            first(&|value| value.template.matches(requested, |key| context.variable(key)))
        }
        C::StringEqualsIgnoreCase => {
            let requested = requested.to_lowercase();
            first(&|value| match &value.operand {
                Operand::Folded(pattern) => pattern.matches(&requested),
                _ => resolved(value, context).is_some_and(|pattern| pattern.to_lowercase().matches(&requested)),
            })
        }
        // Case does not count (B-17), and what is no truth value equals nothing (B-31).
        C::Bool => {
            let requested = truth(requested)?;
            first(&|value| match value.operand {
                Operand::Truth(wanted) => wanted == requested,
                Operand::Template => resolved(value, context)
                    .is_some_and(|pattern| pattern.to_lowercase().matches(truth_text(requested))),
                _ => false,
            })
        }
        C::ArnLike => first(&|value| match &value.operand {
            Operand::Arn(patterns) => fits_arn(patterns, requested),
            // A variable without a value fits nothing.
            Operand::Template => {
                let pattern = value.template.build(|key| context.variable(key));
                pattern.is_some_and(|pattern| pattern.matches_arn(requested))
            }
            _ => false,
        }),
        C::NumericEquals
        | C::NumericLessThan
        | C::NumericLessThanEquals
        | C::NumericGreaterThan
        | C::NumericGreaterThanEquals => {
            let requested = Decimal::parse(requested)?;
            first(
                &|value| matches!(&value.operand, Operand::Number(wanted) if ordered(comparison, requested.cmp(wanted))),
            )
        }
        C::DateEquals | C::DateLessThan | C::DateLessThanEquals | C::DateGreaterThan | C::DateGreaterThanEquals => {
            let requested = Timestamp::parse(requested)?;
            first(
                &|value| matches!(&value.operand, Operand::Moment(wanted) if ordered(comparison, requested.cmp(wanted))),
            )
        }
        C::BinaryEquals => first(&|value| value.operand == Operand::Base64 && *value.text == *requested),
        C::IpAddress => {
            let requested = requested.parse::<IpAddr>().ok()?;
            first(&|value| matches!(&value.operand, Operand::Range(range) if range.contains(&requested)))
        }
        C::Null => None,
    }
}

fn resolved<'a>(value: &'a CompiledValue, context: &RequestContext) -> Option<Cow<'a, Glob>> {
    value.template.resolve(|key| context.variable(key))
}

fn truth(text: &str) -> Option<bool> {
    [true, false].into_iter().find(|truth| text.eq_ignore_ascii_case(truth_text(*truth)))
}

fn truth_text(truth: bool) -> &'static str {
    if truth { "true" } else { "false" }
}

fn ordered(comparison: Comparison, ordering: Ordering) -> bool {
    use Comparison as C;
    match comparison {
        C::NumericLessThan | C::DateLessThan => ordering.is_lt(),
        C::NumericLessThanEquals | C::DateLessThanEquals => ordering.is_le(),
        C::NumericGreaterThan | C::DateGreaterThan => ordering.is_gt(),
        C::NumericGreaterThanEquals | C::DateGreaterThanEquals => ordering.is_ge(),
        _ => ordering.is_eq(),
    }
}

/// Field by field, so that no wildcard reaches over a colon (B-20).
fn fits_arn(patterns: &[Glob; 6], requested: &str) -> bool {
    let mut fields = requested.splitn(6, ':');
    patterns.iter().all(|pattern| fields.next().is_some_and(|field| pattern.matches(field)))
}
