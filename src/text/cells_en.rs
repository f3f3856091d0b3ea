//! The notes in the cells of a statement, in English.

use super::facts::ConditionFact;
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

pub(super) fn variable_without_value() -> &'static str {
    "a variable in it has no value, so it fits nothing"
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
        ConditionOutcome::KeyMissing => "the key is absent, and nothing equals nothing".to_owned(),
        ConditionOutcome::KeyMissingSoPassed => "the key is absent, so it differs from every value: passes".to_owned(),
        ConditionOutcome::KeyMissingIfExists => "the key is absent, and IfExists lets that pass".to_owned(),
        ConditionOutcome::NothingToCompareSoPassed => "no value to check, and ForAllValues lets that pass".to_owned(),
        ConditionOutcome::NothingToCompareSoFailed => "no value to check, and ForAnyValue wants one".to_owned(),
        ConditionOutcome::NullAsAsked => "present or absent as Null asks".to_owned(),
        ConditionOutcome::NullNotAsAsked => "not present or absent as Null asks".to_owned(),
        ConditionOutcome::NotKnown => "depends on a value that is not known".to_owned(),
    }
}
