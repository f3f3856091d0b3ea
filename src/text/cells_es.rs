//! The notes in the cells of a statement, in Spanish.

use super::facts::{ConditionFact, VariableFact};
use crate::eval::ConditionOutcome;

pub(super) fn absent() -> &'static str {
    "no está"
}

pub(super) fn none_of(n: usize) -> String {
    format!("el más parecido de {n} que no coinciden")
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
        VariableFact::NoSuchKey(key) => format!("no se sustituye y no coincide con nada: AWS no tiene la clave {key}"),
        VariableFact::NoValue(key) => {
            format!("no se sustituye y no coincide con nada: esta petición no da valor a {key}")
        }
        VariableFact::Several(key) => format!("no se sustituye y no coincide con nada: {key} tiene varios valores"),
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
        ConditionOutcome::Matched(_) => "coincide".to_owned(),
        ConditionOutcome::NoneOfThem => "no está en la lista, como pide la condición".to_owned(),
        ConditionOutcome::EveryValuePassed => "todos los valores pasan".to_owned(),
        ConditionOutcome::NoValueMatched => "no coincide".to_owned(),
        ConditionOutcome::ValueIsListed(_) => "está en la lista, y la condición pide que no lo esté".to_owned(),
        ConditionOutcome::ValueFailed(_) => match &fact.failed_value {
            Some(value) => format!("{value} no pasa"),
            None => "un valor no pasa".to_owned(),
        },
        ConditionOutcome::KeyMissing => {
            "la petición no lleva esta clave, así que no coincide con ningún valor".to_owned()
        }
        ConditionOutcome::KeyMissingSoPassed => {
            "la petición no lleva esta clave; un operador negado se cumple entonces".to_owned()
        }
        ConditionOutcome::KeyMissingIfExists => "la petición no lleva esta clave, e IfExists lo deja pasar".to_owned(),
        ConditionOutcome::NothingToCompareSoPassed => {
            "no hay valor que comprobar, y ForAllValues lo deja pasar".to_owned()
        }
        ConditionOutcome::NothingToCompareSoFailed => "no hay valor que comprobar, y ForAnyValue quiere uno".to_owned(),
        ConditionOutcome::NullAsAsked => "como pide Null".to_owned(),
        ConditionOutcome::NullNotAsAsked => "Null pide lo contrario".to_owned(),
        ConditionOutcome::NotKnown => "depende de un valor que no se conoce".to_owned(),
    }
}
