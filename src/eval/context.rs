//! The request context: condition keys and their values, quick to look up.
//!
//! It does not know which keys AWS has, nor what type a value ought to be.

use super::request::ContextValue;
use crate::fingerprint::fingerprint;
use crate::glob::is_same;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is known about a request beside who, what and which: a map of condition keys.
///
/// Keys have no case. A key that is not there is absent, which is a fact like any other.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(from = "Entries", into = "Entries")]
pub struct RequestContext {
    /// Of the keys of `entries`, in the same order: a request has some dozens of keys, and these
    /// stand in a few lines of memory.
    fingerprints: Vec<u32>,
    /// Ordered by key.
    entries: Vec<Entry>,
    /// How many values are not known.
    n_unknown: usize,
}

#[derive(Clone, PartialEq, Eq, Debug)]
struct Entry {
    /// In lower case.
    key: Box<str>,
    given: Box<str>,
    value: ContextValue,
}

impl RequestContext {
    /// Sets a key; a key already there is replaced, whatever its spelling.
    pub fn set(&mut self, key: &str, value: ContextValue) {
        let lower_case_key = key.to_ascii_lowercase();
        self.n_unknown += usize::from(matches!(value, ContextValue::Unknown(_)));
        let place = self.entries.binary_search_by(|entry| (*entry.key).cmp(&lower_case_key));
        let entry = Entry { key: lower_case_key.into(), given: key.into(), value };
        match place {
            Ok(index) => {
                let replaced = std::mem::replace(&mut self.entries[index], entry);
                self.forget(&replaced);
            }
            Err(index) => {
                self.fingerprints.insert(index, fingerprint(entry.key.as_bytes()));
                self.entries.insert(index, entry);
            }
        }
    }

    /// Sets a single-valued key.
    pub fn set_one(&mut self, key: &str, value: impl Into<Box<str>>) {
        self.set(key, ContextValue::One(value.into()));
    }

    /// Takes a key away.
    pub fn remove(&mut self, key: &str) {
        let lower_case_key = key.to_ascii_lowercase();
        if let Ok(index) = self.entries.binary_search_by(|entry| (*entry.key).cmp(&lower_case_key)) {
            self.fingerprints.remove(index);
            let removed = self.entries.remove(index);
            self.forget(&removed);
        }
    }

    fn forget(&mut self, entry: &Entry) {
        self.n_unknown -= usize::from(matches!(entry.value, ContextValue::Unknown(_)));
    }

    /// The value of a key that is given in lower case.
    #[must_use]
    pub fn get(&self, lower_case_key: &str) -> Option<&ContextValue> {
        self.find(lower_case_key, fingerprint(lower_case_key.as_bytes()))
    }

    /// The value of a key that is given in lower case and with its fingerprint.
    pub(super) fn find(&self, lower_case_key: &str, wanted: u32) -> Option<&ContextValue> {
        let is_wanted = |entry: &Entry| is_same(entry.key.as_bytes(), lower_case_key.as_bytes());
        let mut alike = self.fingerprints.iter().zip(&self.entries).filter(|(fingerprint, _)| **fingerprint == wanted);
        alike.find(|(_, entry)| is_wanted(entry)).map(|(_, entry)| &entry.value)
    }

    /// Whether there are keys of which nothing is known.
    #[must_use]
    pub fn has_unknown(&self) -> bool {
        self.n_unknown > 0
    }

    /// Whether nothing is known of a key that is given in lower case.
    #[must_use]
    pub fn is_unknown(&self, lower_case_key: &str) -> bool {
        self.has_unknown() && matches!(self.get(lower_case_key), Some(ContextValue::Unknown(_)))
    }

    /// What a policy variable stands for: the value of a single-valued key that is given in lower case
    /// . An empty value is none.
    #[must_use]
    pub fn variable(&self, lower_case_key: &str) -> Option<&str> {
        self.single(lower_case_key).filter(|value| !value.is_empty())
    }

    /// The value of a single-valued key that is given in lower case.
    #[must_use]
    pub fn single(&self, lower_case_key: &str) -> Option<&str> {
        match self.get(lower_case_key)? {
            ContextValue::One(value) => Some(value),
            ContextValue::Many(_) | ContextValue::Unknown(_) => None,
        }
    }

    /// Keys as given with their values, ordered by key.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &ContextValue)> {
        self.entries.iter().map(|entry| (&*entry.given, &entry.value))
    }
}

/// As it is serialized: key in lower case to key as given and value.
#[derive(Serialize, Deserialize)]
struct Entries {
    entries: BTreeMap<Box<str>, (Box<str>, ContextValue)>,
}

impl From<Entries> for RequestContext {
    fn from(Entries { entries }: Entries) -> Self {
        let mut context = Self::default();
        for (given, value) in entries.into_values() {
            context.set(&given, value);
        }
        context
    }
}

impl From<RequestContext> for Entries {
    fn from(context: RequestContext) -> Self {
        let entries = context.entries.into_iter().map(|entry| (entry.key, (entry.given, entry.value)));
        Self { entries: entries.collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::super::request::Unknown;
    use super::*;

    #[test]
    fn a_key_has_one_value_whatever_its_spelling() {
        let mut context = RequestContext::default();
        for index in 0..100 {
            context.set_one(&format!("aws:PrincipalTag/{index}"), index.to_string());
        }
        context.set_one("AWS:PRINCIPALTAG/7", "seven");
        assert_eq!(context.single("aws:principaltag/7"), Some("seven"));
        assert_eq!(context.iter().count(), 100);
        context.remove("Aws:PrincipalTag/7");
        assert_eq!((context.get("aws:principaltag/7"), context.iter().count()), (None, 99));
        assert_eq!(context.single("aws:principaltag/99"), Some("99"));
        assert!(context.iter().is_sorted_by_key(|(key, _)| key.to_ascii_lowercase()));
    }

    #[test]
    fn what_is_not_known_is_counted_also_when_it_is_replaced() {
        let mut context = RequestContext::default();
        context.set("aws:SourceIp", ContextValue::Unknown(Unknown::VALUE));
        context.set("aws:sourceip", ContextValue::Unknown(Unknown::VALUE));
        assert!(context.is_unknown("aws:sourceip"));
        context.set_one("AWS:SourceIp", "203.0.113.7");
        assert!(!context.has_unknown());
        context.set("aws:SourceIp", ContextValue::Unknown(Unknown::VALUE));
        context.remove("aws:SourceIp");
        assert!(!context.has_unknown());
    }
}
