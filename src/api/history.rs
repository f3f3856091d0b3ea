//! What was done: events, undo and redo.

use super::Sandbox;
use super::door::{ApiCall, Question};
use super::due::{self, Moment};
use super::record::Answer;
use super::sign_in::SignIn;
use crate::activity::Activity;
use crate::clock::{SimulatedClock, Timestamp};
use crate::services::{MetadataRequest, MetadataResponse, metadata};
use crate::world::World;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Something that somebody did. Events are the history; played again, they give the same world.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Event {
    /// A call.
    Call(ApiCall),
    /// A question that was asked and not done.
    Ask(Question),
    /// Somebody signed in to the console, or tried to.
    SignIn(SignIn),
    /// A request from an instance to its metadata service.
    Metadata {
        /// `i-…`
        instance: Box<str>,
        /// What is asked.
        request: MetadataRequest,
    },
    /// The clock was moved on.
    Advance {
        /// By how much.
        seconds: u32,
    },
    /// It was set how long authorization does not see a change; the clock stands still.
    SetPropagationDelay {
        /// How long.
        seconds: u32,
    },
}

/// An event with what came of it.
#[derive(Clone, Debug)]
pub struct Step {
    /// What was done.
    pub event: Event,
    /// The answer; none for moves of the clock, and for requests that are no calls of an API.
    pub answer: Option<Answer>,
    /// What the metadata service answered, if it was asked.
    pub metadata: Option<MetadataResponse>,
    /// Whether the world or the clock was changed on purpose: what undo goes back to.
    pub is_change: bool,
    /// Why it happened, if nobody told it to happen: it was due. Such a step is not kept in a save, since it follows
    /// from those before it.
    pub cause: Option<Cause>,
    /// Where the clock stopped on its way, because [too much](MAX_DUE_STEPS) would have happened in one move.
    pub stopped_at: Option<Timestamp>,
    before: State,
}

/// Why a step happened that nobody told to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Cause {
    /// A service does what it does by itself, such as EC2, which gets credentials for its instances.
    Service,
    /// The schedule of an application.
    Application(Box<str>),
}

/// The most that happens by itself in one move of the clock: three days and a half of a call every thirty seconds.
/// The clock stops there, so that nothing is left out.
pub const MAX_DUE_STEPS: usize = 10_000;

/// A world with its clock and what was used in it: what undo brings back.
pub(super) type State = (World, SimulatedClock, Activity);

impl Step {
    /// A step that nobody told.
    pub(super) fn due(
        event: Event,
        answer: Option<Answer>,
        metadata: Option<MetadataResponse>,
        cause: Cause,
        before: State,
    ) -> Self {
        Self { event, answer, metadata, is_change: false, cause: Some(cause), stopped_at: None, before }
    }

    /// Whether somebody told it to happen; all else follows from what was told.
    #[must_use]
    pub const fn is_told(&self) -> bool {
        self.cause.is_none()
    }

    /// When it was done.
    #[must_use]
    pub fn at(&self) -> Timestamp {
        self.before.1.now()
    }

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

    /// Asks the metadata service of an instance, as something that runs there does.
    pub fn metadata(&mut self, instance: &str, request: MetadataRequest) -> MetadataResponse {
        self.perform_anew(Event::Metadata { instance: instance.into(), request });
        let told = self.last_told().and_then(|index| self.steps.get(index)?.metadata.clone());
        told.expect("the metadata service was just asked, and silence is an answer, too")
    }

    /// Signs in to the console: a session of a user, or of the root user, whose key is in the answer.
    pub fn sign_in(&mut self, asked: SignIn) -> &Answer {
        self.perform_anew(Event::SignIn(asked));
        self.last_answer()
    }

    /// Moves the clock on.
    pub fn advance_clock(&mut self, seconds: u32) {
        self.perform_anew(Event::Advance { seconds });
    }

    /// Goes back to before the last change of the world or the clock, clock and counters included.
    /// Questions asked since go with it. False if there is nothing to undo.
    pub fn undo(&mut self) -> bool {
        let own = self.steps.get(self.n_before..).unwrap_or_default();
        let Some(index) = own.iter().rposition(|step| step.is_change) else { return false };
        let index = self.n_before + index;
        let taken = self.steps.split_off(index);
        if let Some(first) = taken.first() {
            (self.world, self.clock, self.activity) = first.before.clone();
        }
        let told = taken.into_iter().filter(|step| step.is_told());
        self.undone.push(told.map(|step| step.event.clone()).collect());
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
        self.steps.iter().skip(self.n_before).any(|step| step.is_change)
    }

    /// Whether [`Sandbox::redo`] would do something.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    pub(super) fn perform_anew(&mut self, event: Event) {
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
        let before = self.state();
        let answer = match &event {
            Event::Call(call) => Some(self.carry_out(call)),
            Event::Ask(question) => Some(self.preview(question)),
            Event::SignIn(asked) => Some(self.carry_sign_in(asked)),
            Event::Advance { .. } | Event::Metadata { .. } => None,
            Event::SetPropagationDelay { seconds } => {
                self.world.set_propagation_seconds(*seconds);
                None
            }
        };
        let metadata = self.ask_metadata(&event);
        let seconds = match event {
            Event::Advance { seconds } => seconds,
            Event::SetPropagationDelay { .. } => 0,
            Event::Call(_) | Event::Ask(_) | Event::SignIn(_) | Event::Metadata { .. } => SECONDS_PER_CALL,
        };
        let is_change =
            matches!(event, Event::Advance { .. } | Event::SetPropagationDelay { .. }) || self.world != before.0;
        let index = self.steps.len();
        let step = Step { event, answer, metadata, is_change, cause: None, stopped_at: None, before };
        self.steps.push(Arc::new(step));
        let stopped_at = self.run_for(seconds);
        if let Some(told) = self.steps.get_mut(index).filter(|_| stopped_at.is_some()) {
            Arc::make_mut(told).stopped_at = stopped_at;
        }
    }

    fn ask_metadata(&mut self, event: &Event) -> Option<MetadataResponse> {
        let Event::Metadata { instance, request } = event else { return None };
        let now = self.now();
        Some(metadata(&mut self.world, instance, request, now))
    }

    /// Lets time go by, with all that is due in it. Where the clock stands, if that was too much.
    fn run_for(&mut self, seconds: u32) -> Option<Timestamp> {
        let mut done = Moment::end_of(self.now());
        let until = self.now().plus_seconds(i64::from(seconds));
        for _ in 0..MAX_DUE_STEPS {
            let Some(moment) = due::next(&self.world, &done).filter(|moment| moment.at <= until) else {
                self.clock = SimulatedClock::starting_at(until);
                return None;
            };
            self.clock = SimulatedClock::starting_at(moment.at);
            self.perform_moment(&moment);
            done = moment;
        }
        Some(self.now())
    }

    pub(super) fn state(&self) -> State {
        (self.world.clone(), self.clock, self.activity.clone())
    }

    /// The events that somebody told since the start, oldest first; all others follow from them.
    pub fn told(&self) -> impl Iterator<Item = &Event> {
        self.steps.iter().skip(self.n_before).filter(|step| step.is_told()).map(|step| &step.event)
    }

    /// What is due at once when a world begins: what runs in it holds its credentials already.
    pub(super) fn begin(&mut self) {
        let calls: Vec<ApiCall> = due::at_the_start(&self.world).collect();
        for call in calls {
            self.carry_out(&call);
        }
    }

    /// The last step that somebody told; what was due in its second may have followed it.
    #[must_use]
    pub fn last_told(&self) -> Option<usize> {
        self.steps.iter().rposition(|step| step.is_told())
    }

    fn last_answer(&self) -> &Answer {
        let last = self.last_told().and_then(|index| self.steps.get(index)?.answer.as_ref());
        last.expect("something was just performed that has an answer")
    }
}
