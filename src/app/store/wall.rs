//! A clock that runs with the one on the wall.
//!
//! The page says what time it is there; the sandbox hears of it when somebody acts, when something is due, and at the
//! latest every minute. Between those moments the time is shown and nothing is done.

use super::popup::{Notice, NoticeKind};
use super::state::AppState;
use super::{Action, Snapshot};
use gloo::timers::callback::Interval;
use iam_sandbox::api::{Event, Step};
use iam_sandbox::clock::Timestamp;
use std::sync::Arc;
use yew::prelude::*;

/// Tells what time it is on the wall.
pub type Wall = fn() -> Timestamp;

/// So many seconds the clock of the sandbox is behind at the most.
const MOST_BEHIND: i64 = 60;

impl AppState {
    /// What time it is: on the wall, while the clock runs with it.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        let now = self.sandbox.now();
        self.wall.map_or(now, |wall| wall().max(now))
    }

    /// Runs with the wall from now on, or not any more.
    pub(super) fn run_with(&mut self, wall: Option<Wall>) {
        self.notice = None;
        let now = self.sandbox.now();
        if let Some(at) = wall.map(|wall| wall()).filter(|at| *at < now) {
            self.notice = Some(Notice { kind: NoticeKind::WallBehind { wall: at, sandbox: now } });
            return;
        }
        self.wall = wall;
        if self.catch_up() {
            self.changed();
        }
        if wall.is_some() && self.wall.is_none() {
            self.notice = Some(Notice { kind: NoticeKind::WallAhead });
        }
    }

    /// Moves the clock to where it stands on the wall; whether it moved.
    pub(super) fn catch_up(&mut self) -> bool {
        let Some(at) = self.wall.map(|wall| wall()) else { return false };
        let seconds = at.epoch_seconds() - self.sandbox.now().epoch_seconds();
        if seconds <= 0 {
            return false;
        }
        self.sandbox.advance_clock(u32::try_from(seconds).unwrap_or(u32::MAX));
        // Too much was due on the way.
        self.wall = self.wall.filter(|_| self.sandbox.now() >= at);
        true
    }

    /// A second went by. None if the sandbox does not hear of it.
    pub(super) fn beat(&mut self) -> Option<()> {
        let at = self.wall?();
        let is_due = self.sandbox.next_event().is_some_and(|next| next <= at);
        let is_behind = at.epoch_seconds() - self.sandbox.now().epoch_seconds() >= MOST_BEHIND;
        // What was undone can be done again as long as nothing else is done.
        if !(is_due || is_behind) || self.sandbox.can_redo() {
            return None;
        }
        self.catch_up();
        // Nobody did anything: what somebody looks at stays as it is.
        if self.looked_at.is_none() {
            let kept = (self.event, self.prediction, self.check, self.statement);
            self.answer_anew();
            (self.event, self.prediction, self.check, self.statement) = kept;
        }
        Some(())
    }

    /// Whether somebody moved the clock since that step: then it is ahead of the wall.
    pub(super) fn was_moved_since(&self, n_steps: usize) -> bool {
        self.sandbox.steps().iter().skip(n_steps).any(is_move)
    }

    /// Takes the last change back, with the moves of a clock that runs by itself. None if there is none.
    pub(super) fn undo(&mut self) -> Option<()> {
        let is_only_move =
            |state: &Self| state.sandbox.steps().iter().rev().find(|step| step.is_change).is_some_and(is_move);
        while self.wall.is_some() && self.sandbox.can_undo() && is_only_move(self) {
            self.sandbox.undo();
        }
        self.sandbox.undo().then(|| self.changed())
    }
}

/// What time it is, drawn anew each second while the clock runs with the one on the wall.
#[hook]
pub fn use_now(state: &Snapshot) -> Timestamp {
    let update = use_force_update();
    use_effect_with(state.wall.is_some(), move |runs| {
        let beat = runs.then(|| Interval::new(1000, move || update.force_update()));
        move || drop(beat)
    });
    state.now()
}

/// Whether something is done in the sandbox, which takes place when it is done.
pub(super) fn is_act(action: &Action) -> bool {
    matches!(
        action,
        Action::Ask
            | Action::Call { .. }
            | Action::Build(_)
            | Action::SignIn(_)
            | Action::SwitchRole { .. }
            | Action::AssumeRole { .. }
            | Action::TakeSession { .. }
            | Action::ComeIn(_)
            | Action::AskMetadata { .. }
            | Action::AssumeAgain
            | Action::CreateKey { .. }
            | Action::ApplyFlip(_)
            | Action::Advance(_)
            | Action::NextEvent
            | Action::SetPropagationDelay(_)
            | Action::Run(_)
    )
}

fn is_move(step: &Arc<Step>) -> bool {
    step.is_told() && matches!(step.event, Event::Advance { .. })
}

#[cfg(test)]
mod tests {
    use super::super::reduce::reduce;
    use super::*;
    use iam_sandbox::json::json;
    use iam_sandbox::text::Language;

    /// Half a minute and an hour after the first world begins, and the day before it.
    const SOON: Wall = || at("2026-11-21T10:02:30Z");
    const LATER: Wall = || at("2026-11-21T11:02:00Z");
    const EARLIER: Wall = || at("2026-11-20T10:00:00Z");

    fn at(text: &str) -> Timestamp {
        Timestamp::parse(text).unwrap()
    }

    fn act(state: &AppState, action: Action) -> AppState {
        reduce(state, action).unwrap()
    }

    /// After a second of which the sandbox does not hear nothing is drawn anew.
    #[track_caller]
    fn check_unheard(state: &AppState) {
        assert!(reduce(state, Action::Beat).is_none());
    }

    fn create_user(state: &AppState, name: &str) -> AppState {
        let account = state.acting_account().unwrap();
        let input = json!({ "UserName": name });
        act(state, Action::Call { account, operation: "iam:CreateUser", input, then_open: None })
    }

    fn has_user(state: &AppState, name: &str) -> bool {
        state.sandbox.world().accounts().any(|account| account.user(name).is_some())
    }

    #[test]
    fn the_clock_never_goes_back() {
        let state = AppState::first(Language::English, None);
        let next = act(&state, Action::RunWith(Some(EARLIER)));
        assert_eq!((next.wall.is_some(), next.sandbox.now(), next.now()), (false, state.sandbox.now(), state.now()));
        assert!(matches!(next.notice.unwrap().kind, NoticeKind::WallBehind { .. }));
    }

    #[test]
    fn acts_take_place_at_the_time_on_the_wall_and_seconds_are_no_steps() {
        let state = act(&AppState::first(Language::English, None), Action::RunWith(Some(SOON)));
        assert_eq!(state.sandbox.now(), at("2026-11-21T10:02:30Z"));
        check_unheard(&state);
        let state = create_user(&AppState { wall: Some(LATER), ..state }, "dave");
        let step = state.sandbox.steps().last().unwrap();
        assert_eq!(step.at(), at("2026-11-21T11:02:00Z"));
        // A minute later at the latest it is a step.
        let behind = AppState { wall: Some(|| at("2026-11-21T11:03:30Z")), ..state };
        assert_eq!(act(&behind, Action::Beat).sandbox.now(), at("2026-11-21T11:03:30Z"));
    }

    #[test]
    fn what_is_due_happens_when_it_is_due() {
        let state = act(&AppState::first(Language::English, None), Action::RunWith(Some(SOON)));
        let account = state.acting_account().unwrap();
        let key = state.sandbox.keys().next().unwrap().access_key_id;
        let calls = json!([{ "Operation": "sts:GetCallerIdentity", "Input": {} }]);
        let input = json!({ "Name": "app", "AccessKeyId": key, "EverySeconds": 60, "Calls": calls });
        let operation = "sandbox:DeployApplication";
        let state = act(&state, Action::Call { account, operation, input, then_open: None });
        let due = state.sandbox.next_event().unwrap();
        assert!(due > at("2026-11-21T10:03:00Z") && due < at("2026-11-21T10:03:40Z"), "{due}");
        let state = act(&AppState { wall: Some(|| at("2026-11-21T10:03:40Z")), ..state }, Action::Beat);
        assert_eq!(state.sandbox.steps().last().unwrap().at(), due);
    }

    #[test]
    fn undo_takes_back_what_was_done_and_not_the_minutes_since() {
        let state = act(&AppState::first(Language::English, None), Action::RunWith(Some(SOON)));
        let state = create_user(&state, "dave");
        let state = act(&AppState { wall: Some(LATER), ..state }, Action::Beat);
        let state = act(&state, Action::Undo);
        assert!(!has_user(&state, "dave"));
        // The next second does not take it away that it can be done again.
        check_unheard(&state);
        let state = act(&state, Action::Redo);
        assert!(has_user(&state, "dave"));
    }

    #[test]
    fn who_moves_the_clock_takes_it_off_the_wall() {
        let state = act(&AppState::first(Language::English, None), Action::RunWith(Some(SOON)));
        assert!(act(&state, Action::Advance(900)).wall.is_none());
        assert!(act(&state, Action::Run("clock +15m".to_owned())).wall.is_none());
        assert!(create_user(&state, "dave").wall.is_some());
        assert!(act(&state, Action::StartOver).wall.is_none());
    }
}
