//! What was done: events, undo and redo.

use super::Sandbox;
use super::door::{ApiCall, Question};
use super::record::Answer;
use crate::activity::Activity;
use crate::clock::SimulatedClock;
use crate::world::World;
use serde::{Deserialize, Serialize};

/// Something that somebody did. Events are the history; played again, they give the same world.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Event {
    /// A call.
    Call(ApiCall),
    /// A question that was asked and not done.
    Ask(Question),
    /// The clock was moved on.
    Advance {
        /// By how much.
        seconds: u32,
    },
}

/// An event with what came of it.
#[derive(Clone, Debug)]
pub struct Step {
    /// What was done.
    pub event: Event,
    /// The answer; none for moves of the clock.
    pub answer: Option<Answer>,
    /// Whether the world or the clock was changed on purpose: what undo goes back to.
    pub is_change: bool,
    before: (World, SimulatedClock, Activity),
}

impl Step {
    /// The world in which it was done.
    #[must_use]
    pub fn world_before(&self) -> &World {
        &self.before.0
    }
}

/// Every call takes a second, so that order and issue times are strict.
const SECONDS_PER_CALL: u32 = 1;

impl Sandbox {
    /// Makes a call. It is recorded whether it succeeds or not, and a failed one changes nothing.
    pub fn call(&mut self, call: ApiCall) -> &Answer {
        self.perform_anew(Event::Call(call));
        self.last_answer()
    }

    /// Asks: a read is carried out, of anything else the decision is recorded.
    pub fn ask(&mut self, question: Question) -> &Answer {
        let event = question.as_read().map_or(Event::Ask(question), Event::Call);
        self.perform_anew(event);
        self.last_answer()
    }

    /// Moves the clock on.
    pub fn advance_clock(&mut self, seconds: u32) {
        self.perform_anew(Event::Advance { seconds });
    }

    /// Goes back to before the last change of the world or the clock, clock and counters included.
    /// Questions asked since go with it. False if there is nothing to undo.
    pub fn undo(&mut self) -> bool {
        let Some(index) = self.steps.iter().rposition(|step| step.is_change) else { return false };
        let taken = self.steps.split_off(index);
        if let Some(first) = taken.first() {
            (self.world, self.clock, self.activity) = first.before.clone();
        }
        self.undone.push(taken.into_iter().map(|step| step.event).collect());
        true
    }

    /// Does again what the last undo took back. False if there is nothing.
    pub fn redo(&mut self) -> bool {
        let Some(events) = self.undone.pop() else { return false };
        for event in events {
            self.perform(event);
        }
        true
    }

    /// Whether [`Sandbox::undo`] would do something.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.steps.iter().any(|step| step.is_change)
    }

    /// Whether [`Sandbox::redo`] would do something.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    fn perform_anew(&mut self, event: Event) {
        self.undone.clear();
        self.perform(event);
    }

    /// Lets everything happen that was done elsewhere.
    pub(crate) fn replay(&mut self, events: &[Event]) {
        for event in events {
            self.perform(event.clone());
        }
    }

    fn perform(&mut self, event: Event) {
        let before = (self.world.clone(), self.clock, self.activity.clone());
        let answer = match &event {
            Event::Call(call) => Some(self.carry_out(call)),
            Event::Ask(question) => Some(self.preview(question)),
            Event::Advance { .. } => None,
        };
        self.clock.advance(if let Event::Advance { seconds } = event { seconds } else { SECONDS_PER_CALL });
        let is_change = answer.is_none() || self.world != before.0;
        self.steps.push(Step { event, answer, is_change, before });
    }

    fn last_answer(&self) -> &Answer {
        let last = self.steps.last().and_then(|step| step.answer.as_ref());
        last.expect("a call or a question was just performed, and both have an answer")
    }
}
