//! Building that leads on to something, signing in, and switching role.

use super::popup::{Notice, NoticeKind, Popup};
use super::state::{AppState, Mode};
use iam_sandbox::api::{
    Answer, ApiCall, AuthenticationFailure, Credentials, Event, Outcome, Question, SignIn, SignInFailure,
};
use iam_sandbox::arn::AccountId;
use iam_sandbox::json::json;
use serde_json::Value;

/// Who makes calls.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum By {
    /// Whoever builds in the account: its owner, or whoever acts.
    Builder,
    /// The root user, as only it can; in caller mode whoever acts.
    Root,
    /// Whoever acts, in either mode.
    Acting,
}

/// What comes after calls that all succeeded.
#[derive(Clone, Debug)]
pub enum Then {
    /// Nothing more.
    Close,
    /// The form that the last answer leads to, by its key.
    Form(fn(&Value) -> Option<String>),
    /// A form, by its key.
    OpenForm(String),
    /// A row of the world.
    Select(String),
}

/// Calls, one after the other until one fails, and what comes after them.
#[derive(Clone, Debug)]
pub struct Build {
    /// Who makes them.
    pub by: By,
    /// The account.
    pub account: AccountId,
    /// Service and operation, and the request, of each.
    pub calls: Vec<(&'static str, Value)>,
    /// What comes after them.
    pub then: Then,
}

impl AppState {
    pub(super) fn build(&mut self, build: Build) {
        let by = |state: &Self, operation: &str| match (build.by, state.mode) {
            (By::Builder, _) => state.builder(build.account, operation),
            (By::Root, Mode::Owner) => Credentials::Root(build.account),
            (By::Root | By::Acting, _) => state.question.credentials.clone(),
        };
        if !build.calls.into_iter().all(|(operation, input)| self.perform(by(self, operation), operation, input)) {
            return;
        }
        self.popup = None;
        match build.then {
            Then::Close => {}
            Then::Form(form) => self.popup = self.output().and_then(form).map(Popup::World),
            Then::OpenForm(form) => self.popup = Some(Popup::World(form)),
            Then::Select(row) => self.object = Some(row),
        }
    }

    /// A key has no name of its own, so it gets an alias.
    pub(super) fn create_key(&mut self, account: AccountId, alias: &str) {
        if !self.perform(self.builder(account, "kms:CreateKey"), "kms:CreateKey", json!({})) {
            return;
        }
        let id = self.output().and_then(|output| output["KeyMetadata"]["Arn"].as_str().map(str::to_owned));
        let input = json!({ "AliasName": format!("alias/{alias}"), "TargetKeyId": id });
        if self.perform(self.builder(account, "kms:CreateAlias"), "kms:CreateAlias", input) {
            self.popup = None;
            self.object = id.map(|id| format!("kms/{id}"));
        }
    }

    /// Signs in, and then acts in the console.
    pub(super) fn sign_in(&mut self, asked: SignIn) {
        let answer = self.sandbox.sign_in(asked).clone();
        self.come_in(&answer, None);
    }

    /// Switches the role of whoever sits before the console, and then acts as that.
    pub(super) fn switch_role(&mut self, account: &str, role: &str) {
        let Some(key) = self.question.credentials.access_key_id() else { return };
        let known = self.sandbox.world().account_called(account).map(|account| account.id);
        // What is no account's name is refused like the id of no account.
        let Some(account) = known.or_else(|| account.parse().ok()).or_else(|| "000000000000".parse().ok()) else {
            return;
        };
        let call =
            ApiCall { environment: self.question.environment.clone(), ..ApiCall::switch_role(key, account, role) };
        let answer = self.sandbox.call(call).clone();
        let event = self.sandbox.last_told().filter(|_| super::reduce::tells_why(&answer));
        self.come_in(&answer, event);
    }

    fn come_in(&mut self, answer: &Answer, event: Option<usize>) {
        self.changed();
        match &answer.outcome {
            Outcome::Done(output) => {
                let Some(key) = output["AccessKeyId"].as_str() else { return };
                self.popup = None;
                self.set_question(Question { credentials: Credentials::key(key), ..self.question.clone() });
            }
            Outcome::Failed(error) => {
                let (code, message) = (error.code.to_string(), error.message.clone());
                self.notice = Some(Notice { kind: NoticeKind::Refused { code, message, event } });
            }
            Outcome::Allowed => {}
        }
    }

    /// Why the last attempt to sign in failed, if it was the last thing done, and its position.
    #[must_use]
    pub fn sign_in_failure(&self) -> Option<(usize, &SignInFailure)> {
        let steps = self.sandbox.steps().iter().enumerate().rev();
        let mut acts = steps.filter(|(_, step)| step.is_told() && !matches!(step.event, Event::Advance { .. }));
        let (index, step) = acts.next()?;
        match (&step.event, &step.answer.as_ref()?.authentication) {
            (Event::SignIn(_), Err(AuthenticationFailure::SignIn(failure))) => Some((index, failure)),
            _ => None,
        }
    }
}
