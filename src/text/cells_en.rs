//! The notes in the cells of a statement, in English.

use super::facts::{ConditionFact, VariableFact};
use crate::eval::ConditionOutcome;

pub(super) fn absent() -> &'static str {
    "absent"
}

pub(super) fn none_of(n: usize) -> String {
    format!("the nearest of {n} that differ")
}

pub(super) fn not_among(is_match: bool) -> &'static str {
    if is_match { "not among those left out" } else { "is among those left out" }
}

/// Stands before what a `Not…` element lists.
pub(super) fn all_but() -> &'static str {
    "all but"
}

pub(super) fn left_out_by(pattern: &str) -> String {
    format!("left out by {pattern}")
}

pub(super) fn variable(fact: &VariableFact) -> String {
    match fact {
        VariableFact::NoVersion => "not replaced: Version 2012-10-17 is missing".to_owned(),
        VariableFact::OldVersion => "not replaced: Version 2008-10-17 has no variables".to_owned(),
        VariableFact::Operator(operator) => format!("not replaced: {operator} takes no variables"),
        VariableFact::NoSuchKey(key) => format!("not replaced, fits nothing: AWS has no key {key}"),
        VariableFact::NoValue(key) => format!("not replaced, fits nothing: this request has no value for {key}"),
        VariableFact::Several(key) => format!("not replaced, fits nothing: {key} has several values"),
        VariableFact::NotKnown(key) => format!("not replaced: the value of {key} is not known"),
    }
}

pub(super) fn implied_resource() -> &'static str {
    "the resource the policy hangs on"
}

pub(super) fn not_known() -> &'static str {
    "not known"
}

pub(super) fn has_boundary() -> &'static str {
    "NotPrincipal with Deny always hits callers with a permissions boundary"
}

pub(super) fn condition(fact: &ConditionFact) -> String {
    match fact.outcome {
        ConditionOutcome::Matched(_) => "matches".to_owned(),
        ConditionOutcome::NoneOfThem => "is none of these, as asked".to_owned(),
        ConditionOutcome::EveryValuePassed => "every value passes".to_owned(),
        ConditionOutcome::NoValueMatched => "differs".to_owned(),
        ConditionOutcome::ValueIsListed(_) => "is one of these, which is ruled out".to_owned(),
        ConditionOutcome::ValueFailed(_) => match &fact.failed_value {
            Some(value) => format!("{value} does not pass"),
            None => "a value does not pass".to_owned(),
        },
        ConditionOutcome::KeyMissing => "the request does not carry this key, so it equals no value".to_owned(),
        ConditionOutcome::KeyMissingSoPassed => "the key is absent, so it differs from every value: passes".to_owned(),
        ConditionOutcome::KeyMissingIfExists => "the key is absent, and IfExists lets that pass".to_owned(),
        ConditionOutcome::NothingToCompareSoPassed => "no value to check, and ForAllValues lets that pass".to_owned(),
        ConditionOutcome::NothingToCompareSoFailed => "no value to check, and ForAnyValue wants one".to_owned(),
        ConditionOutcome::NullAsAsked => "present or absent as Null asks".to_owned(),
        ConditionOutcome::NullNotAsAsked => "not present or absent as Null asks".to_owned(),
        ConditionOutcome::NotKnown => "depends on a value that is not known".to_owned(),
    }
}
