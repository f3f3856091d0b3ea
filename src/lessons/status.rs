//! Whether a line is met, and what shows it.

use super::attempt::Attempt;
use super::goal::{Goal, Thing, Wanted, Who};
use super::state::Found;
use super::{access, history, kept, state, without};
use crate::api::{Answer, Question};
use crate::ordered;

/// How a line stands.
#[derive(Clone, PartialEq, Debug)]
pub enum Status {
    /// It holds.
    Met,
    /// It does not, and this shows it.
    NotMet(Evidence),
    /// It speaks of what is not there yet.
    NotYet(Missing),
}

/// What shows that a line does not hold.
#[derive(Clone, PartialEq, Debug)]
pub enum Evidence {
    /// A request that is answered otherwise, or for another reason.
    Decided(Box<Decided>),
    /// Only so many of the things that were to happen did.
    Seen {
        /// How many.
        n_seen: usize,
        /// Of how many.
        of: usize,
        /// The last of them: its place among the steps since the start.
        last: Option<usize>,
    },
    /// What was not to happen did: its place among the steps since the start.
    Happened(usize),
    /// The world is not like that.
    Found(Found),
    /// It is not as it was.
    Changed(Thing),
    /// Another answer was given, or none.
    Answered(Option<Box<str>>),
    /// Only so many answers are right.
    Right(u32),
}

/// A request of a line and its answer.
#[derive(Clone, PartialEq, Debug)]
pub struct Decided {
    /// The request.
    pub question: Question,
    /// The answer with its trace, at the time of which the line speaks.
    pub answer: Answer,
    /// Whether the answer is the wanted one and only its reason is not.
    pub is_only_reason: bool,
}

/// What a line speaks of and is not there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Missing {
    /// No account is called so.
    Account(Box<str>),
    /// No user is called so.
    User(Box<str>),
    /// Nobody has such a session.
    Session(Box<Who>),
    /// There is no such resource.
    Resource(Box<str>),
    /// The user cannot have the credentials that are asked about.
    Credentials(Box<str>),
}

/// How a line stands in an attempt.
#[must_use]
pub fn status(goal: &Goal, attempt: &Attempt) -> Status {
    match goal {
        Goal::Can(wanted) => access::can(wanted, attempt),
        Goal::Cannot(wanted) => access::cannot(wanted, attempt),
        Goal::Every(lines) => {
            let each = lines.iter().map(|line| status(line, attempt));
            each.into_iter().find(|status| *status != Status::Met).unwrap_or(Status::Met)
        }
        Goal::Saw(patterns) => history::saw(patterns, attempt),
        Goal::SawWithout(patterns, without) => without::saw_without(patterns, without, attempt),
        Goal::Never(pattern) => history::never(pattern, attempt),
        Goal::State(predicates) => {
            let each = predicates.iter().map(|predicate| state::predicate(predicate, attempt));
            each.into_iter().find(|status| *status != Status::Met).unwrap_or(Status::Met)
        }
        Goal::Keep(things) => kept::keep(things, attempt),
        Goal::Budget { metric, at_most } => state::budget(metric, *at_most, attempt),
        Goal::Answer { name, wanted, after } => match answered(name, wanted, attempt) {
            Status::Met => history::all(after, attempt),
            unmet => unmet,
        },
    }
}

/// Whether all lines hold.
pub(super) fn all_met(standing: &[Status]) -> bool {
    standing.iter().all(|status| *status == Status::Met)
}

fn answered(name: &str, wanted: &Wanted, attempt: &Attempt) -> Status {
    match wanted {
        Wanted::Value(value) => match attempt.answers.get(name) {
            Some(given) if given == value => Status::Met,
            given => Status::NotMet(Evidence::Answered(given.cloned())),
        },
        Wanted::Values(values) => {
            let given = attempt.answers.get(name);
            let ticked = |given: &str| ordered::set(given.split(',').filter(|one| !one.is_empty()).map(Box::from));
            match given.map(|given| ticked(given)) {
                Some(ticked) if ticked == ordered::set(values.iter().cloned()) => Status::Met,
                _ => Status::NotMet(Evidence::Answered(given.cloned())),
            }
        }
        Wanted::AtLeast { right, of } => {
            let is_right = |number: &u32| {
                let name = format!("{name}.{number}");
                attempt.key.get(&*name).is_some_and(|key| attempt.answers.get(&*name) == Some(key))
            };
            let n_right = u32::try_from((1..=*of).filter(is_right).count()).unwrap_or(u32::MAX);
            if n_right >= *right { Status::Met } else { Status::NotMet(Evidence::Right(n_right)) }
        }
    }
}
