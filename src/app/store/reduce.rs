//! One step from state to state.

use super::Action;
use super::class::LeftZone;
use super::endpoint;
use super::state::{AppState, Mode, Notice, NoticeKind, Popup, Tab};
use super::wall::is_act;
use crate::app::fetch::Loading;
use crate::app::packs;
use crate::app::shared::Shared;
use iam_sandbox::analysis::{DocumentRef, Flip};
use iam_sandbox::api::{Answer, ApiCall, Credentials, Event, Outcome, Question, Step};
use iam_sandbox::arn::AccountId;
use iam_sandbox::eval::Station;
use iam_sandbox::world::SessionSubject;
use serde_json::{Value, json};
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
        Action::TakeSession { operation, input } => next.take_session(operation, input),
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
        Action::Beat => {
            if !next.beat()? {
                return Some(next);
            }
        }
        Action::SetPropagationDelay(seconds) => {
            next.sandbox.set_propagation_delay(seconds);
            next.changed();
        }
        Action::Undo => next.undo()?,
        Action::Redo => next.sandbox.redo().then(|| next.changed())?,
        Action::Load(save) => next = state.opened(&save),
        Action::StartOver => {
            next.start_over();
        }
        Action::OpenWorld(world) => {
            next = AppState::beginning(world.scenario(), state.language, state.theme);
            next.mode = state.mode;
            next = next.with_settings_of(state);
        }
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

/// The actions that change only what is shown.
fn show(mut next: AppState, action: Action) -> Option<AppState> {
    match action {
        Action::SetMode(mode) => next.mode = mode,
        Action::OpenStation(station) => {
            next.station = station;
            next.statement = None;
            next.document = None;
        }
        Action::SelectStatement(at) => {
            next.statement = Some(at);
            next.document = None;
        }
        Action::OpenDocument(document) => {
            next.sheet = document.is_some();
            next.document = document;
        }
        Action::SetUnsaved(document, is_unsaved) => {
            let unsaved = Rc::make_mut(&mut next.unsaved);
            let changes = if is_unsaved { unsaved.insert(document) } else { unsaved.remove(&document) };
            return changes.then_some(next);
        }
        Action::SelectObject(object) => next.object = object,
        Action::Step(step) => {
            next.step = step;
            next.station = step;
            next.statement = None;
            next.document = None;
        }
        Action::StepOn { forward } => {
            let step = stepped(&next, forward);
            return show(next, Action::Step(step));
        }
        Action::LookAt(event) => {
            next.answer_anew();
            let steps = next.sandbox.steps();
            next.event = event.filter(|index| *index < steps.len());
            let step = event.and_then(|index| steps.get(index)).filter(|step| has_trace(step));
            if let Some(answer) = step.and_then(|step| step.answer.clone()) {
                next.answer = Shared::new(answer);
                next.flips = Rc::new([]);
                next.looked_at = event;
            }
            next.station = None;
            next.step = None;
            next.notice = None;
            // On a phone the sheet would lie over the answer.
            next.sheet = false;
        }
        Action::OpenPopup(popup) => {
            next.popup = popup;
            next.forget_refusal();
        }
        Action::FollowAddress { route, n_pages_back } => {
            next.n_pages_back = n_pages_back;
            next.lesson_error = None;
            // The same address again is another try.
            next.n_fetches += 1;
            return show(next, Action::SetRoute(route));
        }
        Action::SetRoute(route) => {
            next.route = route;
            next.popup = None;
        }
        Action::SetPanel(panel) => next.panel = panel,
        Action::SetTab(tab) => {
            match tab {
                Tab::World => next.left = LeftZone::World,
                Tab::Goal => next.left = LeftZone::Goal,
                Tab::Ask | Tab::Why | Tab::Time => {}
            }
            next.tab = tab;
            next.popup = None;
        }
        Action::SetSheet(sheet) => next.sheet = sheet,
        Action::SetLanguage(language) => next.language = language,
        Action::SetTheme(theme) => next.theme = theme,
        Action::SetShortcuts(shortcuts) => next.shortcuts = shortcuts,
        Action::Notify(notice) => next.notice = notice,
        Action::SetIndex(index) => next.index = index,
        Action::SetProgress(progress) => next.progress = Rc::new(progress),
        Action::MergeProgress(progress) => {
            Rc::make_mut(&mut next.progress).merge(progress);
        }
        Action::SetPacks(kept) => {
            let open = next.packs.take().unwrap_or_else(packs::none);
            let all = kept.into_iter().chain(open.iter().cloned());
            next.packs = Some(all.fold(packs::none(), |packs, pack| packs::with(&packs, pack)));
        }
        Action::PackOpened(pack) => {
            next.packs = Some(packs::with(&next.packs.take().unwrap_or_else(packs::none), pack));
            next.pack_failure = None;
            next.lesson_error = None;
        }
        Action::RemovePack(name) => next.packs = Some(packs::without(&next.packs.take()?, &name)),
        Action::PackFailed(failure) => next.pack_failure = failure.map(Rc::new),
        Action::LessonFailed(error) => next.lesson_error = Some(error),
        Action::FetchAgain => {
            next.lesson_error = None;
            next.index = Loading::Waiting;
            next.n_fetches += 1;
        }
        Action::SetPath(path) => next.path = path,
        Action::SetLeft(left) => next.left = left,
        Action::SetPrediction(prediction) => next.prediction = prediction,
        Action::SetLetters(letters) => next.letters = letters,
        Action::Practise(act) => next.practise(act)?,
        _ => return None,
    }
    Some(next)
}

/// The station after or before the present one; past the last one stepping ends.
fn stepped(state: &AppState, forward: bool) -> Option<Station> {
    let Some(now) = state.step else {
        return if forward { Station::ALL.first().copied() } else { None };
    };
    let index = usize::from(now.number());
    if forward { Station::ALL.get(index + 1).copied() } else { Station::ALL.get(index.checked_sub(1)?).copied() }
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
        self.notice = self.notice.take().filter(|notice| matches!(notice.kind, NoticeKind::LinkOpened(_)));
        // What was created by an undone call is gone.
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
    fn forget_refusal(&mut self) {
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
        let environment = endpoint::environment(self.sandbox.world(), &input, &self.question.environment);
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
        self.take_session("sts:AssumeRole", input);
    }

    /// Acts with the credentials that a call answers with.
    fn take_session(&mut self, operation: &str, input: Value) {
        if !self.perform(self.question.credentials.clone(), operation, input) {
            return;
        }
        let key = self.output().and_then(|output| output["Credentials"]["AccessKeyId"].as_str().map(Into::into));
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
        self.take_session("sts:AssumeRole", input);
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
