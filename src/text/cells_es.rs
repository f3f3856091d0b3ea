//! The notes in the cells of a statement, in Spanish.

use super::facts::{ConditionFact, VariableFact};
use crate::eval::ConditionOutcome;

pub(super) fn absent() -> &'static str {
    "ausente"
}

pub(super) fn none_of(n: usize) -> String {
    format!("el más parecido de {n} que difieren")
}

pub(super) fn not_among(is_match: bool) -> &'static str {
    if is_match { "no está entre lo excluido" } else { "está entre lo excluido" }
}

/// Stands before what a `Not…` element lists.
pub(super) fn all_but() -> &'static str {
    "cualquiera salvo"
}

pub(super) fn left_out_by(pattern: &str) -> String {
    format!("lo excluye {pattern}")
}

pub(super) fn variable(fact: &VariableFact) -> String {
    match fact {
        VariableFact::NoVersion => "no se sustituye: falta Version 2012-10-17".to_owned(),
        VariableFact::OldVersion => "no se sustituye: Version 2008-10-17 no tiene variables".to_owned(),
        VariableFact::Operator(operator) => format!("no se sustituye: {operator} no admite variables"),
        VariableFact::NoSuchKey(key) => format!("no se sustituye y no encaja con nada: AWS no tiene la clave {key}"),
        VariableFact::NoValue(key) => {
            format!("no se sustituye y no encaja con nada: esta petición no da valor a {key}")
        }
        VariableFact::Several(key) => format!("no se sustituye y no encaja con nada: {key} tiene varios valores"),
        VariableFact::NotKnown(key) => format!("no se sustituye: no se conoce el valor de {key}"),
    }
}

pub(super) fn implied_resource() -> &'static str {
    "el recurso del que cuelga la política"
}

pub(super) fn not_known() -> &'static str {
    "no se conoce"
}

pub(super) fn has_boundary() -> &'static str {
    "NotPrincipal con Deny alcanza siempre a quien tiene un permissions boundary"
}

pub(super) fn condition(fact: &ConditionFact) -> String {
    match fact.outcome {
        ConditionOutcome::Matched(_) => "encaja".to_owned(),
        ConditionOutcome::NoneOfThem => "no es ninguno de estos, como se pide".to_owned(),
        ConditionOutcome::EveryValuePassed => "todos los valores pasan".to_owned(),
        ConditionOutcome::NoValueMatched => "difiere".to_owned(),
        ConditionOutcome::ValueIsListed(_) => "es uno de estos, y eso está excluido".to_owned(),
        ConditionOutcome::ValueFailed(_) => match &fact.failed_value {
            Some(value) => format!("{value} no pasa"),
            None => "un valor no pasa".to_owned(),
        },
        ConditionOutcome::KeyMissing => "la clave está ausente, y nada no es igual a nada".to_owned(),
        ConditionOutcome::KeyMissingSoPassed => {
            "la clave está ausente, luego difiere de cualquier valor: pasa".to_owned()
        }
        ConditionOutcome::KeyMissingIfExists => "la clave está ausente, e IfExists lo deja pasar".to_owned(),
        ConditionOutcome::NothingToCompareSoPassed => {
            "no hay valor que comprobar, y ForAllValues lo deja pasar".to_owned()
        }
        ConditionOutcome::NothingToCompareSoFailed => "no hay valor que comprobar, y ForAnyValue quiere uno".to_owned(),
        ConditionOutcome::NullAsAsked => "presente o ausente, como pide Null".to_owned(),
        ConditionOutcome::NullNotAsAsked => "no está presente o ausente como pide Null".to_owned(),
        ConditionOutcome::NotKnown => "depende de un valor que no se conoce".to_owned(),
    }
}
