//! What is wrong with a line, as facts with places.

use super::{
    AccountSide, Comparison, Countable, Element, Layer, Metric, PasswordRule, Property, ReasonKind, ThingKind,
};
use crate::span::Span;

/// Where a line is not of the language, and what is wrong there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GoalError {
    /// The words that are wrong.
    pub span: Span,
    /// What is wrong with them.
    pub problem: GoalProblem,
}

/// What is wrong at a place of a line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum GoalProblem {
    /// The line ends too early.
    Ended(Expected),
    /// Something else belongs here.
    Expected {
        /// What.
        expected: Expected,
        /// What stands here.
        found: Box<str>,
    },
    /// The line is complete before this.
    Extra(Box<str>),
    /// A quotation mark has no partner.
    UnclosedText,
    /// `*` is nobody in particular, and stands in patterns only.
    AnybodyOutsidePattern,
}

/// What a place of a line wants.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Expected {
    /// The word that a line begins with.
    Verb,
    /// A word.
    Word,
    /// Somebody.
    Who,
    /// `prefix:Name`
    Action,
    /// This sign or word.
    Sign(&'static str),
    /// Something that happened.
    Pattern,
    /// A layer.
    Layer,
    /// What a layer does.
    ReasonKind,
    /// A time.
    Time,
    /// A number.
    Number,
    /// `n/m`
    Fraction,
    /// A circumstance.
    Fact,
    /// A comparison.
    Comparison,
    /// A thing of the world.
    Thing,
    /// What is counted or read of the world.
    Metric,
    /// `password-policy.` and a rule.
    PasswordRule,
    /// A metric that has something to be counted.
    Countable,
    /// An element with patterns.
    Element,
    /// How signing in ended.
    SignIn,
}

impl Expected {
    /// The words that may stand there, where they are few.
    #[must_use]
    pub fn words(self) -> Vec<&'static str> {
        match self {
            Self::Verb => vec!["can", "cannot", "saw", "never", "state", "keep", "budget", "answer"],
            Self::Sign(sign) => vec![sign],
            Self::Layer => words(&Layer::ALL).chain(words(&AccountSide::ALL)).collect(),
            Self::ReasonKind => words(&ReasonKind::ALL).collect(),
            Self::Comparison => words(&Comparison::ALL).collect(),
            Self::Thing => words(&ThingKind::ALL).collect(),
            Self::Metric => words(&Property::ALL).chain(Metric::WORDS).collect(),
            Self::PasswordRule => words(&PasswordRule::ALL).collect(),
            Self::Countable => words(&Countable::ALL).collect(),
            Self::Element => words(&Element::ALL).collect(),
            Self::SignIn => vec!["ok", "failed"],
            _ => Vec::new(),
        }
    }
}

fn words<T>(table: &[(T, &'static str)]) -> impl Iterator<Item = &'static str> {
    table.iter().map(|(_, word)| *word)
}

impl GoalProblem {
    pub(super) fn expected(expected: Expected, found: &str) -> Self {
        Self::Expected { expected, found: found.into() }
    }
}
