//! What an answer is worth: points out of a hundred for each item.
//!
//! A prediction is worth 60 for the verdict and 40 for what decides it, each for itself. Who may is worth
//! what the two sets have in common of all that is in either.

use super::fact::Actor;
use super::item::{Item, Place, Right};
use crate::eval::Decision;
use std::collections::BTreeSet;

/// What a learner answers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Response {
    /// This verdict, decided there.
    Predict {
        /// The verdict.
        verdict: Decision,
        /// What decides it.
        place: Place,
    },
    /// These may, and nobody else.
    WhoCan(BTreeSet<Actor>),
}

/// The points for one item that is wholly right.
pub const FULL: u32 = 100;

/// The points for the right verdict.
pub const FOR_VERDICT: u32 = 60;

/// The points for an answer; none for an answer to another kind of item.
#[must_use]
pub fn points(item: &Item, response: &Response) -> u32 {
    match (item.right(), response) {
        (Right::Predict(right, decided), Response::Predict { verdict, place }) => {
            let for_verdict = if verdict == right { FOR_VERDICT } else { 0 };
            for_verdict + if place == decided { FULL - FOR_VERDICT } else { 0 }
        }
        (Right::WhoCan(right), Response::WhoCan(chosen)) => jaccard(right, chosen),
        _ => 0,
    }
}

/// What two sets have in common of all that is in either, in hundredths, rounded to the nearest.
fn jaccard(one: &BTreeSet<Actor>, other: &BTreeSet<Actor>) -> u32 {
    let common = u32::try_from(one.intersection(other).count()).unwrap_or(u32::MAX);
    let all = u32::try_from(one.union(other).count()).unwrap_or(u32::MAX);
    (common * FULL + all / 2).checked_div(all).unwrap_or(FULL)
}
