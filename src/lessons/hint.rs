//! Which hint helps: that of the first goal that is not met, by where its line stopped or what stands in its way.

use super::attempt::Attempt;
use super::lesson::{HintSet, Lesson, LessonGoal, When};
use super::status::{self, Evidence, Status};
use super::{cause, goal};

/// The goal to work on, and what helps with it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Hint<'a> {
    /// The goal.
    pub goal: &'a LessonGoal,
    /// The set; none if the lesson has none that fits.
    pub set: Option<&'a HintSet>,
}

/// The hint for the first goal that is not met. Lines that hold until they are broken come before the others:
/// what is broken is mended first. None if the lesson is solved.
#[must_use]
pub fn hint<'a>(lesson: &'a Lesson, attempt: &Attempt) -> Option<Hint<'a>> {
    let standing = lesson.standing(attempt);
    let unmet = || lesson.goals.iter().zip(&standing).filter(|(_, status)| **status != Status::Met);
    let is_broken = |line: &goal::Goal| line.holds_from_the_start();
    let first = unmet().find(|(goal, _)| is_broken(&goal.line)).or_else(|| unmet().next());
    first.map(|(goal, status)| Hint { goal, set: of_goal(goal, status, attempt) })
}

/// The set that fits how a goal's line stands; particular ones stand before those that always fit.
#[must_use]
pub fn of_goal<'a>(goal: &'a LessonGoal, status: &Status, attempt: &Attempt) -> Option<&'a HintSet> {
    goal.hints.iter().find(|set| set.when.as_ref().is_none_or(|when| fits(when, status, attempt)))
}

fn fits(when: &When, status: &Status, attempt: &Attempt) -> bool {
    match (when, status) {
        (When::NotYet, Status::NotYet(_)) => true,
        (When::Because(reason), Status::NotMet(Evidence::Decided(decided))) => cause::fits(*reason, &decided.answer),
        (When::Holds(line), _) => status::status(line, attempt) == Status::Met,
        _ => false,
    }
}
