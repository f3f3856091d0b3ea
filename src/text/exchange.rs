//! Files of accounts in sentences: why nothing was taken over, what was left out, what such a file does not tell.

use super::{Language, exchange_en, exchange_es};
use crate::exchange::{Absence, ImportError, Problem};

/// Why no account was read, in a sentence or two.
#[must_use]
pub fn import_error(language: Language, error: &ImportError) -> String {
    match language {
        Language::English => exchange_en::import_error(error),
        Language::Spanish => exchange_es::import_error(error),
    }
}

/// What was left out of an account, with its place.
#[must_use]
pub fn import_problem(language: Language, problem: &Problem) -> String {
    match language {
        Language::English => exchange_en::import_problem(problem),
        Language::Spanish => exchange_es::import_problem(problem),
    }
}

/// What a file does not tell, and what is done about it.
#[must_use]
pub fn absence(language: Language, absence: Absence) -> &'static str {
    match language {
        Language::English => exchange_en::absence(absence),
        Language::Spanish => exchange_es::absence(absence),
    }
}
