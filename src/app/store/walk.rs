//! Coming in from outside: which provider somebody comes from, and the session that is taken.

use super::state::AppState;
use crate::app::shared::Shared;
use iam_sandbox::api::{Answer, ApiCall, Credentials, Sandbox};
use iam_sandbox::arn::{AccountId, Arn};
use serde_json::Value;
use std::rc::Rc;

/// A walk that is open.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Walk {
    /// The account that trusts the provider.
    pub account: AccountId,
    /// The provider.
    pub provider: Arn,
}

impl Walk {
    /// Whether the account has the provider.
    fn is_there(&self, sandbox: &Sandbox) -> bool {
        sandbox.world().account(self.account).is_some_and(|account| {
            account.oidc_provider(&self.provider).is_some() || account.saml_provider(&self.provider).is_some()
        })
    }
}

impl AppState {
    /// The call of somebody who shows what a provider issued, and signs nothing.
    #[must_use]
    pub fn call_from_outside(&self, operation: &str, input: Value) -> ApiCall {
        let environment = self.question.environment.clone();
        ApiCall { credentials: Credentials::Anonymous, operation: operation.into(), input, environment }
    }

    /// A state in which only what would be answered to a call is looked at, and nothing was done.
    #[must_use]
    pub fn foreseeing(&self, call: ApiCall) -> Shared<Self> {
        let mut sandbox = self.sandbox.clone();
        let answer: Answer = sandbox.call(call).clone();
        let looked_at = sandbox.last_told();
        let (station, statement, document, check, step) = (None, None, None, None, None);
        let next = Self { sandbox, looked_at, station, statement, document, check, step, popup: None, ..self.clone() };
        Shared::new(Self { answer: Shared::new(answer), flips: Rc::new([]), prediction: None, walk: None, ..next })
    }

    /// A walk ends where its provider does.
    pub(super) fn end_lost_walk(&mut self) {
        self.walk = self.walk.take().filter(|walk| walk.is_there(&self.sandbox));
    }
}
