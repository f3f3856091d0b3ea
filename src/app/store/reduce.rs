//! One step from state to state.

use super::Action;
use super::endpoint;
use super::popup::{Notice, NoticeKind, Popup};
use super::show::show;
use super::state::{AppState, Mode};
use super::walk::key_in;
use super::wall::is_act;
use iam_sandbox::analysis::{DocumentRef, Flip};
use iam_sandbox::api::{Answer, ApiCall, Credentials, Event, Outcome, Question, Step};
use iam_sandbox::arn::AccountId;
use iam_sandbox::json::json;
use iam_sandbox::world::SessionSubject;
use serde_json::Value;
use std::rc::Rc;

/// The next state; none if nothing changes.
pub(super) fn reduce(state: &AppState, action: Action) -> Option<AppState> {
    let mut next = state.clone();
    let builds =
        matches!(action, Action::Call { .. } | Action::Build(_) | Action::CreateKey { .. } | Action::ApplyFlip(_));
    if builds && !state.can_build() {
        next.notice = Some(Notice { kind: NoticeKind::OnlyAsking });
        return Some(next);
    }
    // What only changes the sentence or what is told leaves the goals as they are.
    let is_telling =
        matches!(action, Action::SetQuestion(_) | Action::ActAs(_) | Action::ShowHint(_) | Action::ShowGoal(_));
    let is_act = is_act(&action);
    if is_act {
        next.catch_up();
    }
    let n_steps = next.sandbox.steps().len();
    match action {
        // Asking would tell what is hidden.
        Action::Ask if state.hides_answer() => return None,
        Action::Ask => next.ask(),
        Action::Call { account, operation, input, then_open } => next.call(account, operation, input, then_open),
        Action::Build(build) => next.build(build),
        Action::SignIn(asked) => next.sign_in(asked),
        Action::SwitchRole { account, role } => next.switch_role(&account, &role),
        Action::AssumeRole { role_arn, session_name, duration_seconds } => {
            next.assume_role(&role_arn, &session_name, duration_seconds);
        }
        Action::TakeSession { operation, input } => {
            next.take_session(state.question.credentials.clone(), operation, input);
        }
        Action::ComeIn(calls) => next.come_from_outside(calls),
        Action::AskMetadata { instance, request } => {
            next.sandbox.metadata(&instance, request);
            next.changed();
        }
        Action::AssumeAgain => next.assume_again()?,
        Action::CreateKey { account, alias } => next.create_key(account, &alias),
        Action::ApplyFlip(flip) => next.apply(flip),
        Action::Advance(seconds) => next.advance(seconds),
        Action::NextEvent => {
            let seconds = next.sandbox.next_event()?.epoch_seconds() - next.sandbox.now().epoch_seconds();
            next.advance(u32::try_from(seconds).ok()?);
        }
        Action::RunWith(wall) => next.run_with(wall),
        Action::Beat => next.beat()?,
        Action::SetPropagationDelay(seconds) => {
            next.sandbox.set_propagation_delay(seconds);
            next.changed();
        }
        Action::Undo => match state.without_import() {
            Some(before) => next = before,
            None => next.undo()?,
        },
        Action::Redo => match state.with_import_again() {
            Some(again) => next = again,
            None => next.sandbox.redo().then(|| next.changed())?,
        },
        Action::Load(save) => next = state.opened(&save),
        Action::StartOver => {
            next.start_over();
        }
        Action::OpenWorld(world) => {
            next = AppState::beginning(world.scenario(), state.language, state.theme);
            next.mode = state.mode;
            next = next.with_settings_of(state);
        }
        Action::OpenImported(imported) => next = state.imported(&imported),
        Action::Run(line) => next.run(&line),
        Action::OpenLesson(lesson) => next.open_lesson(lesson),
        Action::LeaveLesson => next.leave_lesson()?,
        Action::ResetLesson => next.reset_lesson()?,
        Action::GiveAnswer { name, value } => next.give_answer(name, value)?,
        Action::ShowHint(goal) => next.show_hint(goal)?,
        Action::NextAct => next.next_act()?,
        Action::ShowGoal(goal) => next.show_goal(goal)?,
        Action::SetQuestion(question) => next.set_question(question),
        Action::ActAs(key) => {
            next.set_question(Question { credentials: Credentials::Key(key), ..state.question.clone() });
        }
        other => return show(next, other),
    }
    if is_act && next.was_moved_since(n_steps) {
        next.wall = None;
    }
    next.revision = state.revision + 1;
    if !is_telling {
        next.weigh_goals();
    }
    Some(next)
}

/// Whether the rail can show how an event was answered.
#[must_use]
pub fn has_trace(step: &Step) -> bool {
    let has_rail = |answer: &Answer| answer.authentication.is_err() || !answer.checks.is_empty();
    matches!(step.event, Event::Call(_) | Event::Ask(_)) && step.answer.as_ref().is_some_and(has_rail)
}

/// Whether the trace of a call that failed tells why: policies denied it, and not what was asked for.
pub(super) fn tells_why(answer: &Answer) -> bool {
    answer.checks.iter().any(|check| !check.verdict.is_allowed())
}

impl AppState {
    /// After the world or the clock was changed.
    pub(super) fn changed(&mut self) {
        self.answer_anew();
        self.applied = None;
        self.step = None;
        self.notice = self
            .notice
            .take()
            .filter(|notice| matches!(notice.kind, NoticeKind::LinkOpened(_) | NoticeKind::Imported(_)));
        // What was created by an undone call is gone.
        self.end_lost_walk();
        let world = self.sandbox.world();
        self.document = self.document.take().filter(|document| document.account(world).is_some());
        if self.question.credentials.access_key_id().is_some() && self.acting_key().is_none() {
            let first = self.sandbox.keys().next().map(|key| key.access_key_id).unwrap_or_default();
            self.question.credentials = Credentials::Key(first);
            self.answer_anew();
        }
    }

    /// Takes everything back to the beginning; redo brings it again, as far as there is a history.
    fn start_over(&mut self) {
        self.wall = None;
        while self.sandbox.undo() {}
        let fresh = AppState::beginning(self.sandbox.scenario().clone(), self.language, self.theme);
        if self.sandbox.world() != fresh.sandbox.world() {
            self.sandbox = fresh.sandbox;
        }
        self.popup = None;
        self.object = None;
        self.changed();
        self.set_question(fresh.question);
    }

    /// What AWS refused is over as soon as something else is done.
    pub(super) fn forget_refusal(&mut self) {
        self.notice = self.notice.take().filter(|notice| !matches!(notice.kind, NoticeKind::Refused { .. }));
    }

    pub(super) fn set_question(&mut self, question: Question) {
        self.forget_refusal();
        self.question = question;
        self.applied = None;
        self.step = None;
        self.station = None;
        self.document = None;
        self.answer_anew();
    }

    fn ask(&mut self) {
        self.sandbox.ask(self.question.clone());
        self.popup = None;
        self.step = None;
        let applied = self.applied.take();
        self.answer_anew();
        self.applied = applied;
    }

    fn advance(&mut self, seconds: u32) {
        self.sandbox.advance_clock(seconds);
        self.changed();
    }

    fn call(&mut self, account: AccountId, operation: &str, input: Value, then_open: Option<DocumentRef>) {
        if self.perform(self.builder(account, operation), operation, input) {
            self.popup = None;
            self.sheet |= then_open.is_some();
            self.document = then_open.or_else(|| self.document.take());
        }
    }

    /// Makes a call; on failure says so and offers the trace.
    pub(super) fn perform(&mut self, credentials: Credentials, operation: &str, input: Value) -> bool {
        let environment = endpoint::environment(self.sandbox.world(), operation, &input, &self.question.environment);
        let call = ApiCall { credentials, operation: operation.into(), input, environment };
        let answer = self.sandbox.call(call).clone();
        self.changed();
        let Some(error) = answer.error() else { return true };
        let event = self.sandbox.last_told().filter(|_| tells_why(&answer));
        let kind = NoticeKind::Refused { code: error.code.to_string(), message: error.message.clone(), event };
        self.notice = Some(Notice { kind });
        false
    }

    fn assume_role(&mut self, role_arn: &str, session_name: &str, duration_seconds: u32) {
        let input = json!({
            "RoleArn": role_arn, "RoleSessionName": session_name, "DurationSeconds": duration_seconds,
        });
        self.take_session(self.question.credentials.clone(), "sts:AssumeRole", input);
    }

    /// Acts with the credentials that a call answers with.
    pub(super) fn take_session(&mut self, credentials: Credentials, operation: &str, input: Value) {
        if !self.perform(credentials, operation, input) {
            return;
        }
        let key = self.output().and_then(|output| key_in(output).map(Into::into));
        if let Some(key) = key {
            self.popup = None;
            let mut question = Question { credentials: Credentials::Key(key), ..self.question.clone() };
            // A session that asks for the session which it is would be refused, after all went well.
            if question.action.starts_with("sts:AssumeRole") {
                let opening = self.sandbox.scenario().ask.as_ref();
                let opening = opening.filter(|ask| !ask.action.starts_with("sts:AssumeRole"));
                (question.action, question.resource) = match opening {
                    Some(ask) => (ask.action.clone(), ask.resource.clone()),
                    None => ("sts:GetCallerIdentity".into(), "*".into()),
                };
            }
            self.set_question(question);
        }
    }

    fn assume_again(&mut self) -> Option<()> {
        let session = self.sandbox.world().session(self.question.credentials.access_key_id()?)?;
        let SessionSubject::Role { role, name, .. } = &session.subject else { return None };
        let seconds = session.expires.epoch_seconds() - session.issued.epoch_seconds();
        let input = json!({ "RoleArn": role, "RoleSessionName": name, "DurationSeconds": seconds });
        self.question.credentials = Credentials::Key(session.parent.clone()?);
        self.take_session(self.question.credentials.clone(), "sts:AssumeRole", input);
        Some(())
    }

    /// What the last call answered.
    pub(super) fn output(&self) -> Option<&Value> {
        match &self.sandbox.steps().get(self.sandbox.last_told()?)?.answer.as_ref()?.outcome {
            Outcome::Done(output) => Some(output),
            Outcome::Allowed | Outcome::Failed(_) => None,
        }
    }

    fn apply(&mut self, flip: Rc<Flip>) {
        let mut call = flip.call.clone();
        if self.mode == Mode::Caller {
            call.credentials = self.question.credentials.clone();
        }
        let answer = self.sandbox.call(call).clone();
        let event = self.sandbox.last_told().filter(|_| tells_why(&answer));
        self.changed();
        self.station = None;
        match answer.error() {
            None => self.applied = Some(flip),
            Some(error) => {
                let (code, message) = (error.code.to_string(), error.message.clone());
                self.notice = Some(Notice { kind: NoticeKind::Refused { code, message, event } });
            }
        }
    }

    /// Whether a popover is open.
    #[must_use]
    pub fn is_open(&self, popup: &Popup) -> bool {
        self.popup.as_ref() == Some(popup)
    }
}
