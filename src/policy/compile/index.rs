//! Which statements of a policy are about an action, without looking at all of them.
//!
//! Patterns without wildcards are found by the whole name, those whose wildcards come after the
//! colon by the service, and only the others are looked at every time. What is found is compared
//! with the pattern itself, so the index decides nothing: it leaves out what cannot match. The work
//! is at most linear in the number of patterns, whatever they are.

use super::{CompiledStatement, Template};
use crate::fingerprint::{Buckets, fingerprint};

/// The name of an action as it is compared: in lower case (rule A-27), with what tables ask for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FoldedAction {
    text: Box<str>,
    n_prefix_bytes: usize,
    by_name: u32,
    by_service: u32,
}

impl FoldedAction {
    /// Folds a name.
    #[must_use]
    pub fn new(name: &str) -> Self {
        let text: Box<str> = name.to_ascii_lowercase().into();
        let n_prefix_bytes = text.find(':').unwrap_or(text.len());
        let by_name = fingerprint(text.as_bytes());
        let by_service = fingerprint(&text.as_bytes()[..n_prefix_bytes]);
        Self { text, n_prefix_bytes, by_name, by_service }
    }

    /// The name in lower case.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The prefix of the service in lower case; the whole name where it has no colon.
    #[must_use]
    pub fn service(&self) -> &str {
        &self.text[..self.n_prefix_bytes]
    }
}

/// Where a pattern stands: its statement, and its place in the statement's list.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Place {
    statement: u32,
    pattern: u32,
}

/// Comes after every place.
const NOWHERE: Place = Place { statement: u32::MAX, pattern: u32::MAX };

/// The action patterns of a policy, each in one of three tables, in the order of the document.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct ActionIndex {
    exact: Buckets<Place>,
    of_service: Buckets<Place>,
    others: Box<[(u32, Place)]>,
    /// Statements with `NotAction`, which are about what they do not list.
    negated: Box<[u32]>,
}

impl ActionIndex {
    pub(super) fn new(statements: &[CompiledStatement]) -> Self {
        let (mut exact, mut of_service, mut others) = (Vec::new(), Vec::new(), Vec::new());
        let mut negated = Vec::new();
        for (statement, compiled) in (0..).zip(statements) {
            if compiled.action.is_negated {
                negated.push(statement);
            }
            for (pattern, template) in (0..).zip(&compiled.action.patterns) {
                let place = Place { statement, pattern };
                // Actions have no variables; if one had, it would match nothing.
                let Template::Fixed(glob) = template else { continue };
                let lead = glob.lead();
                match lead.iter().position(|byte| *byte == b':') {
                    _ if glob.is_exact() => exact.push((fingerprint(lead), place)),
                    Some(n_prefix_bytes) => of_service.push((fingerprint(&lead[..n_prefix_bytes]), place)),
                    None => others.push((0, place)),
                }
            }
        }
        Self {
            exact: Buckets::new(&exact),
            of_service: Buckets::new(&of_service),
            others: others.into(),
            negated: negated.into(),
        }
    }

    pub(super) fn find<'a>(&'a self, statements: &'a [CompiledStatement], action: &'a FoldedAction) -> Found<'a> {
        let cursor = |places, fingerprint| Cursor { places, fingerprint, head: NOWHERE }.begun(statements, action);
        Found {
            statements,
            action,
            cursors: [
                cursor(self.exact.bucket(action.by_name), action.by_name),
                cursor(self.of_service.bucket(action.by_service), action.by_service),
                cursor(&self.others, 0),
            ],
            negated: &self.negated,
        }
    }
}

/// Goes through the places of one table that match.
#[derive(Clone, Copy, Debug)]
struct Cursor<'a> {
    places: &'a [(u32, Place)],
    fingerprint: u32,
    head: Place,
}

impl Cursor<'_> {
    fn begun(mut self, statements: &[CompiledStatement], action: &FoldedAction) -> Self {
        self.advance(statements, action);
        self
    }

    /// Goes on to the next place whose pattern matches.
    #[inline]
    fn advance(&mut self, statements: &[CompiledStatement], action: &FoldedAction) {
        while let Some(((fingerprint, place), rest)) = self.places.split_first() {
            self.places = rest;
            if *fingerprint == self.fingerprint && matches(statements, *place, action) {
                self.head = *place;
                return;
            }
        }
        self.head = NOWHERE;
    }
}

fn matches(statements: &[CompiledStatement], place: Place, action: &FoldedAction) -> bool {
    let pattern = statements
        .get(place.statement as usize)
        .and_then(|statement| statement.action.patterns.get(place.pattern as usize));
    matches!(pattern, Some(Template::Fixed(glob)) if glob.matches(&action.text))
}

/// What a statement's list of actions says of one action.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ActionMatch {
    /// Position of the statement.
    pub statement: usize,
    /// Position of the first pattern that matches, if one does.
    pub pattern: Option<usize>,
}

/// The statements that are about an action or list it, in the order of the document.
///
/// Those with `NotAction` are among them in any case; of the others, those with a pattern that matches.
#[derive(Clone, Debug)]
pub struct Found<'a> {
    statements: &'a [CompiledStatement],
    action: &'a FoldedAction,
    cursors: [Cursor<'a>; 3],
    negated: &'a [u32],
}

impl Iterator for Found<'_> {
    type Item = ActionMatch;

    #[inline]
    fn next(&mut self) -> Option<ActionMatch> {
        let [exact, of_service, others] = &self.cursors;
        let first = exact.head.min(of_service.head).min(others.head);
        let negated = self.negated.first().copied().unwrap_or(u32::MAX);
        let statement = first.statement.min(negated);
        if statement == u32::MAX {
            return None;
        }
        if statement == negated {
            self.negated = &self.negated[1..];
        }
        for cursor in &mut self.cursors {
            while cursor.head.statement == statement {
                cursor.advance(self.statements, self.action);
            }
        }
        let pattern = (first.statement == statement).then_some(first.pattern as usize);
        Some(ActionMatch { statement: statement as usize, pattern })
    }
}
