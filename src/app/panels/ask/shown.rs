//! Which request the sentence shows: the one being put together, or the one that is looked at.

use crate::app::store::{Action, AppState, Dispatch};
use iam_sandbox::api::{Credentials, Event, Question};
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
}

/// The request that the sentence shows.
pub fn shown(state: &AppState) -> Shown {
    past(state).unwrap_or_else(|| Shown {
        question: state.question.clone(),
        credentials: state.question.credentials.clone(),
        at: state.answer.at,
        is_past: false,
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
    let question = Question { credentials: asking, action, resource, environment: environment.clone() };
    Some(Shown { question, credentials, at: answer.at, is_past: true })
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
