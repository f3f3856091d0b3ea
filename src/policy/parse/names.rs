//! The names of an object: which are unknown, and which stand there twice.

use super::{Parser, suggest};
use crate::policy::diagnostic::{Diagnostic, Finding};
use crate::policy::json::Member;
use crate::policy::kind::ElementName;
use crate::rule::Rule;
use std::collections::BTreeMap;

impl Parser {
    /// Unknown and repeated names of an object whose names are elements (rules ).
    pub(super) fn check_names(&mut self, members: &[Member<'_>], known: &[ElementName]) {
        self.check_repeated(members);
        for member in members {
            let name = &*member.name.value;
            if !known.iter().any(|element| element.as_str() == name) {
                let near = suggest::nearest(name, known.iter().map(|element| element.as_str()));
                let suggestion = near.and_then(|near| known.iter().find(|element| element.as_str() == near).copied());
                let finding = Finding::UnknownElement { found: name.into(), suggestion };
                self.error(Rule::A5, "INVALID_POLICY_ELEMENT", member.name.span, finding);
            }
        }
    }

    /// A name that stands in an object for the second time (rule A-4).
    pub(super) fn check_repeated(&mut self, members: &[Member<'_>]) {
        for (first, later) in repeated(members, str::to_owned) {
            let finding = Finding::DuplicateKey((&*later.name.value).into());
            let diagnostic = Diagnostic::error(Rule::A4, Some("JSON_SYNTAX_ERROR"), later.name.span, finding);
            self.findings.push(Diagnostic { related: Some(first.name.span), ..diagnostic });
        }
    }

    /// A condition key that stands in a block for the second time, in whatever spelling (rules ).
    pub(super) fn check_repeated_keys(&mut self, keys: &[Member<'_>]) {
        for (first, later) in repeated(keys, str::to_ascii_lowercase) {
            let name = Box::from(&*later.name.value);
            let diagnostic = if first.name.value == later.name.value {
                let finding = Finding::DuplicateKey(name);
                Diagnostic::error(Rule::A4, Some("JSON_SYNTAX_ERROR"), later.name.span, finding)
            } else {
                let issue = Some("DUPLICATE_KEYS_WITH_DIFFERENT_CASE");
                Diagnostic::error(Rule::A69, issue, later.name.span, Finding::DuplicateConditionKey(name))
            };
            self.findings.push(Diagnostic { related: Some(first.name.span), ..diagnostic });
        }
    }
}

/// Pairs of members with the same name, which `fold` makes comparable: the first, and each later one.
fn repeated<'a, 'j>(members: &'a [Member<'j>], fold: fn(&str) -> String) -> Vec<(&'a Member<'j>, &'a Member<'j>)> {
    let mut seen: BTreeMap<String, &Member<'j>> = BTreeMap::new();
    let mut pairs = Vec::new();
    if members.len() < 2 {
        return pairs;
    }
    for member in members {
        match seen.entry(fold(&member.name.value)) {
            std::collections::btree_map::Entry::Occupied(first) => pairs.push((*first.get(), member)),
            std::collections::btree_map::Entry::Vacant(vacant) => {
                vacant.insert(member);
            }
        }
    }
    pairs
}
