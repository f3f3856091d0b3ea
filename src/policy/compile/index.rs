//! Which statements of a policy are about an action, without looking at all of them.
//!
//! Patterns without wildcards are found by the whole name, those whose wildcards come after the
//! colon by the service, and only the others are looked at every time. What is found is compared
//! with the pattern itself, so the index decides nothing: it leaves out what cannot match. The work
//! is at most linear in the number of patterns, whatever they are. Of few patterns all are compared,
//! which is quicker than to look them up.

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

/// How many patterns are not worth a table.
const N_FEW: usize = 8;

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
        let n_patterns: usize = statements.iter().map(|statement| statement.action.patterns.len()).sum();
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
                    _ if n_patterns <= N_FEW => others.push((0, place)),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glob::Glob;
    use crate::policy::{Author, Policy, PolicyKind};

    /// Every way in which a pattern can lie to an action: the same, apart in service or name, with
    /// wildcards after, before and across the colon.
    const PATTERNS: &[&str] = &[
        "*",
        "*:*",
        "s3:*",
        "S3:GetObject",
        "s3:getobject",
        "s3:Get*",
        "s3:*Object",
        "s3:?etObject",
        "s3:G?t*t",
        "s*:GetObject",
        "s?:GetObject",
        "*:GetObject",
        "*3:Get*",
        "s3:Put*",
        "s3:GetObjectTagging",
        "s3:GetObject?",
        "sqs:*",
        "sqs:Send*",
        "sqs:SendMessage",
        "?qs:SendMessage",
        "s3-outposts:*",
        "s3-outposts:GetObject",
        "s3*:GetObject",
        "iam:*AccessKey*",
        "iam:CreateAccessKey",
        "i*:*",
        "*:*Key",
        "ec2:Describe*",
        "ec2:DescribeInstances",
    ];
    const ACTIONS: &[&str] = &[
        "s3:GetObject",
        "S3:GETOBJECT",
        "s3:GetObjectTagging",
        "s3:PutObject",
        "s3:Get",
        "sqs:SendMessage",
        "sqs:GetObject",
        "s3-outposts:GetObject",
        "iam:CreateAccessKey",
        "iam:ListUsers",
        "ec2:DescribeInstances",
        "ec2:RunInstances",
        "kms:Decrypt",
        "s3",
        "s3:",
        ":GetObject",
    ];

    fn policy(statements: &[String]) -> Policy {
        let text = format!("{{\"Statement\":[{}]}}", statements.join(","));
        Policy::parse_by(&text, PolicyKind::Identity, Author::Aws).value.unwrap()
    }

    fn statement(element: &str, patterns: &[&str]) -> String {
        format!("{{\"Effect\":\"Allow\",\"{element}\":{patterns:?},\"Resource\":\"*\"}}")
    }

    /// Compares what the index finds with what is found by looking at everything.
    #[track_caller]
    fn check(lists: &[(&str, &[&str])]) {
        let statements: Vec<String> = lists.iter().map(|(element, patterns)| statement(element, patterns)).collect();
        let policy = policy(&statements);
        for action in ACTIONS {
            let folded = FoldedAction::new(action);
            let found: Vec<ActionMatch> = policy.compiled().find(&folded).collect();
            let all = lists.iter().enumerate().map(|(statement, (element, patterns))| {
                let fits = |pattern: &&str| Glob::new(&pattern.to_lowercase()).matches(&action.to_lowercase());
                (ActionMatch { statement, pattern: patterns.iter().position(fits) }, *element)
            });
            let expected = all.filter(|(found, element)| *element == "NotAction" || found.pattern.is_some());
            assert_eq!(found, expected.map(|(found, _)| found).collect::<Vec<_>>(), "{action} in {lists:?}");
        }
    }

    #[test]
    fn the_index_finds_what_a_look_at_every_pattern_finds() {
        for element in ["Action", "NotAction"] {
            check(&[(element, PATTERNS)]);
            check(&PATTERNS.chunks(1).map(|patterns| (element, patterns)).collect::<Vec<_>>());
            check(&PATTERNS.chunks(4).rev().map(|patterns| (element, patterns)).collect::<Vec<_>>());
        }
        let mixed = PATTERNS.chunks(2).enumerate();
        let element = |index: usize| if index.is_multiple_of(3) { "NotAction" } else { "Action" };
        check(&mixed.map(|(index, patterns)| (element(index), patterns)).collect::<Vec<_>>());
        check(&[("Action", &[]), ("NotAction", &[]), ("Action", PATTERNS), ("Action", &[])]);
    }

    #[test]
    fn the_first_of_many_patterns_that_match_is_found_among_a_hundred_thousand_statements() {
        let others = (0..100_000).map(|index| statement("Action", &[&format!("s3:Get{index}")]));
        let statements: Vec<String> = others.chain([statement("Action", &["sqs:*", "s3:*", "s3:GetObject"])]).collect();
        let policy = policy(&statements);
        let found = |action: &str| policy.compiled().find(&FoldedAction::new(action)).collect::<Vec<_>>();
        assert_eq!(found("s3:GetObject"), [ActionMatch { statement: 100_000, pattern: Some(1) }]);
        let expected = [(77_777, Some(0)), (100_000, Some(1))];
        assert_eq!(found("s3:get77777"), expected.map(|(statement, pattern)| ActionMatch { statement, pattern }));
    }
}
