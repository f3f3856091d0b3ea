//! Coming in from outside: by which door somebody comes, the calls that are made there, and the session that is taken.

use super::state::AppState;
use crate::app::shared::Shared;
use iam_sandbox::api::{Answer, ApiCall, Credentials, Outcome, Sandbox};
use iam_sandbox::arn::{AccountId, Arn};
use serde_json::Value;
use std::rc::Rc;

/// A call that somebody makes who signs nothing: service and operation, and the request.
pub type OutsideCall = (&'static str, Value);

/// A walk that is open.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Walk {
    /// The account that has the door.
    pub account: AccountId,
    /// The door: an identity provider, a trust anchor, an identity pool, or an instance of Identity Center.
    pub provider: Arn,
}

impl Walk {
    /// Whether the door is there.
    fn is_there(&self, sandbox: &Sandbox) -> bool {
        let (world, door) = (sandbox.world(), &self.provider);
        world
            .account(self.account)
            .is_some_and(|account| account.oidc_provider(door).is_some() || account.saml_provider(door).is_some())
            || world.anywhere_called(door).is_some()
            || world.identity_pool(door).is_some()
            || world.identity_center(door).is_some()
    }
}

/// Calls of somebody from outside, tried on a copy of the world until one fails.
#[derive(Clone, Debug)]
pub struct Trial {
    sandbox: Sandbox,
    calls: Vec<OutsideCall>,
    answer: Option<Answer>,
}

impl Trial {
    /// Makes a call and gives its output; none if it failed.
    pub fn call(&mut self, state: &AppState, operation: &'static str, input: Value) -> Option<Value> {
        let answer = self.sandbox.call(state.call_from_outside(operation, input.clone())).clone();
        self.calls.push((operation, input));
        let output = match &answer.outcome {
            Outcome::Done(output) => Some(output.clone()),
            Outcome::Allowed | Outcome::Failed(_) => None,
        };
        self.answer = Some(answer);
        output
    }

    /// The calls that were made, with a state in which only what was answered to the last of them is looked at; none
    /// if there was no call.
    #[must_use]
    pub fn seen(self, state: &AppState) -> Option<(Vec<OutsideCall>, Shared<AppState>)> {
        let looked_at = self.sandbox.last_told();
        let (station, statement, document, check, step) = (None, None, None, None, None);
        let sandbox = self.sandbox;
        let next =
            AppState { sandbox, looked_at, station, statement, document, check, step, popup: None, ..state.clone() };
        let answer = Shared::new(self.answer?);
        let seen = AppState { answer, flips: Rc::new([]), prediction: None, walk: None, ..next };
        Some((self.calls, Shared::new(seen)))
    }
}

impl AppState {
    /// The call of somebody who shows what was issued outside, and signs nothing.
    #[must_use]
    pub fn call_from_outside(&self, operation: &str, input: Value) -> ApiCall {
        let environment = self.question.environment.clone();
        ApiCall { credentials: Credentials::Anonymous, operation: operation.into(), input, environment }
    }

    /// A copy of the world to try calls on.
    #[must_use]
    pub fn trial(&self) -> Trial {
        Trial { sandbox: self.sandbox.clone(), calls: Vec::new(), answer: None }
    }

    /// Makes the calls until one fails, and acts with the credentials that the last of them answers with.
    pub(super) fn come_from_outside(&mut self, mut calls: Vec<OutsideCall>) {
        let Some((last, input)) = calls.pop() else { return };
        if calls.into_iter().all(|(operation, input)| self.perform(Credentials::Anonymous, operation, input)) {
            self.take_session(Credentials::Anonymous, last, input);
        }
    }

    /// A walk ends where its door does.
    pub(super) fn end_lost_walk(&mut self) {
        self.walk = self.walk.take().filter(|walk| walk.is_there(&self.sandbox));
    }
}

/// The id of the access key that an operation of a service or of STS answers with.
#[must_use]
pub fn key_in(output: &Value) -> Option<&str> {
    let credentials = ["/Credentials", "/roleCredentials", "/credentialSet/0/credentials"];
    let found = credentials.iter().find_map(|place| output.pointer(place))?;
    found.get("AccessKeyId").or_else(|| found.get("accessKeyId"))?.as_str()
}
