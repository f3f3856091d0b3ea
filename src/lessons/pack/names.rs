//! What the texts of the reference may name in square brackets, and where it leads.

use super::line_at;
use crate::rule::Rule;
use std::collections::{BTreeMap, BTreeSet};

/// The names.
#[derive(Debug, Default)]
pub(super) struct Names {
    terms: BTreeMap<String, Box<str>>,
    pub(super) cards: BTreeSet<Box<str>>,
    /// Those that are there.
    pub(super) lessons: BTreeSet<Box<str>>,
    /// Those that are to come.
    pub(super) planned: BTreeSet<Box<str>>,
}

impl Names {
    /// Adds a name of a term; false if it stands for another one already.
    pub(super) fn add_term(&mut self, name: &str, id: &str) -> bool {
        self.terms.insert(folded(name), id.into()).is_none_or(|before| *before == *id)
    }

    /// The address of what is named: a term, also in the plural, a rule, a card, a lesson.
    pub(super) fn address(&self, name: &str) -> Option<String> {
        let name = name.trim();
        if Rule::ALL.iter().any(|rule| rule.code() == name) {
            return Some(format!("#/rules/{name}"));
        }
        if self.cards.contains(name) {
            return Some(format!("#/cards/{name}"));
        }
        if self.lessons.contains(name) {
            return Some(format!("#/learn/{name}"));
        }
        self.terms.get(&folded(name)).map(|id| format!("#/glossary/{id}"))
    }

    /// Whether there is such a lesson, or will be.
    pub(super) fn is_lesson(&self, id: &str) -> bool {
        self.lessons.contains(id) || self.planned.contains(id)
    }
}

/// Small letters, each word without a last `s`, so that a plural names the same. Other plurals are written out:
/// `[policies][policy]`.
fn folded(name: &str) -> String {
    let one = |word: &str| word.to_lowercase().trim_end_matches('s').to_owned();
    name.split_whitespace().map(one).collect::<Vec<_>>().join(" ")
}

/// What a term is called in addresses.
pub(super) fn slug(term: &str) -> Box<str> {
    term.to_lowercase().replace(' ', "-").into()
}

/// The line in which the key of a table of a file stands, counted from 1: the first after the offset.
pub(super) fn key_line(text: &str, offset: usize, key: &str) -> usize {
    let rest = text.get(offset..).unwrap_or_default();
    let found = rest.match_indices(key).find(|(at, _)| rest[..*at].ends_with('\n') || *at == 0);
    line_at(text, offset + found.map_or(0, |(at, _)| at))
}
