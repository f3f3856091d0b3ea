//! An item looked at afterwards: the evaluator's answers with their traces, and what to learn from it.

use super::grade::{Response, points};
use super::item::{Item, Right};
use super::reader::Reader;
use super::topic::Topic;
use super::twist::Twist;
use crate::api::Answer;
use crate::world::World;

/// What a review shows. The sentences are in [`crate::text`].
#[derive(Clone, Debug)]
pub struct Review {
    /// The world that was asked about, of which explanations read names.
    pub world: World,
    /// The evaluator's answers, in the order of those who are asked about.
    pub answers: Vec<Answer>,
    /// What is right.
    pub right: Right,
    /// What was answered, and its points; none if nothing was.
    pub points: Option<u32>,
    /// The lesson that teaches it.
    pub lesson: Topic,
    /// What was twisted.
    pub twists: Vec<Twist>,
    /// Who would have gone wrong.
    pub misled: Vec<Reader>,
}

/// Looks at an item again, with what was answered.
#[must_use]
pub fn review(item: &Item, response: Option<&Response>) -> Review {
    Review {
        world: item.sandbox().world().clone(),
        answers: item.answers(),
        right: item.right().clone(),
        points: response.map(|response| points(item, response)),
        lesson: item.topic,
        twists: item.twists.clone(),
        misled: item.misled.clone(),
    }
}
