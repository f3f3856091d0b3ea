//! One sitting over a set: what was answered, how sure somebody was, and what it comes to.
//!
//! It holds no clock: whoever shows the items says when an answer was given.

use super::grade::{FULL, Response, points};
use super::item::{Item, ItemKind};
use super::set::Set;
use crate::clock::Timestamp;
use serde::{Deserialize, Serialize};

/// How sure somebody says they are.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Sureness {
    /// A guess.
    Guess,
    /// Half sure.
    Half,
    /// Sure.
    Sure,
}

/// An answer that was given.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Given {
    /// What was answered.
    pub response: Response,
    /// How sure, if it was ticked.
    pub sureness: Option<Sureness>,
    /// When, on the clock of the wall.
    pub at: Timestamp,
}

/// What a sitting comes to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Score {
    /// The points of each item, in order; none for items without an answer.
    pub points: Vec<Option<u32>>,
    /// The answers of which somebody was sure, and which were not wholly right.
    pub sure_and_wrong: Vec<usize>,
}

impl Score {
    /// The points of all items together.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.points.iter().flatten().sum()
    }

    /// What all items would be worth.
    #[must_use]
    pub fn full(&self) -> u32 {
        u32::try_from(self.points.len()).unwrap_or(u32::MAX).saturating_mul(FULL)
    }

    /// The share of the points, in whole hundredths; none before there is an item.
    #[must_use]
    pub fn percent(&self) -> Option<u32> {
        (self.total() * FULL).checked_div(self.full())
    }
}

/// Why an answer is not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum GivenError {
    /// There is no such item yet, or not at all.
    #[error("there is no item at this position")]
    NoItem,
    /// The item has been answered, and what was right has been seen.
    #[error("this item has been answered")]
    Answered,
    /// The item asks for something else, or about others.
    #[error("this is no answer to this item")]
    Unfitting,
    /// The answer is older than the one before it, or than the start.
    #[error("the answer is older than what came before it")]
    Earlier,
}

/// A sitting.
#[derive(Clone, PartialEq, Debug)]
pub struct Sitting {
    pub(super) set: Set,
    pub(super) started: Timestamp,
    pub(super) items: Vec<Item>,
    pub(super) given: Vec<Option<Given>>,
}

impl Sitting {
    /// A sitting over a set that begins now, on the clock of the wall. Sets with an end are there at once.
    #[must_use]
    pub fn new(set: Set, started: Timestamp) -> Self {
        let items: Vec<Item> = (0..set.n_items().unwrap_or(1)).filter_map(|index| set.item(index)).collect();
        let given = vec![None; items.len()];
        Self { set, started, items, given }
    }

    /// The set.
    #[must_use]
    pub fn set(&self) -> &Set {
        &self.set
    }

    /// When it began.
    #[must_use]
    pub fn started(&self) -> Timestamp {
        self.started
    }

    /// The items so far.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The answers, one place for each item.
    #[must_use]
    pub fn given(&self) -> &[Option<Given>] {
        &self.given
    }

    /// Lets a set without end go on by one item. False if it has an end.
    pub fn go_on(&mut self) -> bool {
        let next = if self.set.n_items().is_none() { self.set.item(self.items.len()) } else { None };
        let is_there = next.is_some();
        self.given.extend(next.iter().map(|_| None));
        self.items.extend(next);
        is_there
    }

    /// Takes an answer to an item, in any order, once.
    ///
    /// Errors: there is no such item, it has been answered, the answer does not fit, or it is older than
    /// another.
    pub fn answer(&mut self, index: usize, given: Given) -> Result<(), GivenError> {
        let item = self.items.get(index).ok_or(GivenError::NoItem)?;
        let fits = match (&given.response, item.kind) {
            (Response::Predict { verdict, .. }, ItemKind::Predict) => super::VERDICTS.contains(verdict),
            (Response::WhoCan(chosen), ItemKind::WhoCan) => chosen.iter().all(|who| item.asked.who.contains(who)),
            _ => false,
        };
        if !fits {
            return Err(GivenError::Unfitting);
        }
        let newest = self.given.iter().flatten().map(|given| given.at).max().unwrap_or(self.started);
        if given.at < newest.max(self.started) {
            return Err(GivenError::Earlier);
        }
        let place = self.given.get_mut(index).ok_or(GivenError::NoItem)?;
        if place.is_some() {
            return Err(GivenError::Answered);
        }
        *place = Some(given);
        Ok(())
    }

    /// What it comes to so far.
    #[must_use]
    pub fn score(&self) -> Score {
        let graded = self.items.iter().zip(&self.given);
        let points: Vec<Option<u32>> =
            graded.map(|(item, given)| Some(points(item, &given.as_ref()?.response))).collect();
        let is_sure_and_wrong = |index: &usize| {
            let given = self.given[*index].as_ref();
            given.is_some_and(|given| given.sureness == Some(Sureness::Sure))
                && points[*index].is_some_and(|points| points < FULL)
        };
        let sure_and_wrong = (0..points.len()).filter(is_sure_and_wrong).collect();
        Score { points, sure_and_wrong }
    }
}
