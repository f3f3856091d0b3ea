//! Which request the sentence shows: the one being put together, or the one that is looked at.

use super::circumstances::overridden;
use crate::app::store::{Action, AppState, Dispatch};
use iam_sandbox::api::{CheckRecord, Credentials, Event, Question};
use iam_sandbox::clock::Timestamp;

/// The request that the sentence shows.
#[derive(Clone, PartialEq, Debug)]
pub struct Shown {
    /// The question, which every change of the sentence starts from.
    pub question: Question,
    /// What it is signed with.
    pub credentials: Credentials,
    /// When it is or was asked.
    pub at: Timestamp,
    /// Whether it is an event of the past.
    pub is_past: bool,
    /// The call within which it was asked, where another permission decided than the call's own.
    pub part_of: Option<Box<str>>,
}

/// The request that the sentence shows.
pub fn shown(state: &AppState) -> Shown {
    past(state).unwrap_or_else(|| Shown {
        question: state.question.clone(),
        credentials: state.question.credentials.clone(),
        at: state.answer.at,
        is_past: false,
        part_of: None,
    })
}

fn past(state: &AppState) -> Option<Shown> {
    let step = state.sandbox.steps().get(state.looked_at?)?;
    let answer = step.answer.as_ref()?;
    let (credentials, environment) = match &step.event {
        Event::Call(call) => (call.credentials.clone(), &call.environment),
        Event::Ask(question) => (question.credentials.clone(), &question.environment),
        Event::SignIn(_) | Event::Advance { .. } | Event::SetPropagationDelay { .. } | Event::Metadata { .. } => {
            return None;
        }
    };
    let asking = match &credentials {
        Credentials::Owner(_) => state.question.credentials.clone(),
        asking => asking.clone(),
    };
    let (action, resource) = (answer.action.clone(), answer.resource.clone());
    let own = Question { credentials: asking, action, resource, environment: environment.clone() };
    let missing = answer.deciding_check().filter(|check| !check.verdict.is_allowed());
    let missing = missing.filter(|check| !check.request.action.to_string().eq_ignore_ascii_case(&answer.action));
    let part_of = missing.map(|_| answer.action.clone());
    let question = match missing {
        Some(check) => permission(check, own),
        None => own,
    };
    Some(Shown { question, credentials, at: answer.at, is_past: true, part_of })
}

/// The permission that a call lacked, as a question of its own: a call may need more than its own. What only the call
/// tells, as which service a role is passed to, is set by hand.
fn permission(check: &CheckRecord, of_call: Question) -> Question {
    let action = check.request.action.to_string();
    let service = action.split(':').next().unwrap_or_default().to_ascii_lowercase();
    let is_told = |key: &str| {
        let own = key.strip_prefix(&service).is_some_and(|rest| rest.starts_with(':'));
        own && !key.contains("resourcetag/")
    };
    let mut environment = of_call.environment;
    // What was set by hand is told already, in whichever spelling.
    let told = check.request.context.iter().filter(|(key, _)| is_told(key) && overridden(&environment, key).is_none());
    let told: Vec<_> = told.collect();
    environment.overrides.extend(told.into_iter().map(|(key, value)| (key.into(), Some(value.clone()))));
    Question { action: action.into(), resource: check.request.resource.clone(), environment, ..of_call }
}

impl Shown {
    /// Asks it; what is looked at becomes the present question first.
    pub fn ask(&self, dispatch: &Dispatch) {
        if self.is_past {
            dispatch.dispatch(Action::SetQuestion(self.question.clone()));
        }
        dispatch.dispatch(Action::Ask);
    }

    /// Puts another question in its place.
    pub fn replace(&self, question: Question, dispatch: &Dispatch) {
        let is_same = question == self.question && !matches!(self.credentials, Credentials::Owner(_));
        // The same question again would only forget which flip was applied last.
        if !is_same {
            dispatch.dispatch(Action::SetQuestion(question));
        }
    }
}
