//! What is kept of a call or a question: who asked, what was weighed, how it ended.

use super::authenticate::AuthenticationFailure;
use super::propagation::Settling;
use crate::authz::Authenticated;
use crate::clock::Timestamp;
use crate::eval::{ApplicablePolicies, AuthorizationRequest, Trace, Verdict};
use crate::services::ApiError;
use serde_json::Value;

/// One permission that was asked for, with everything that its answer rests on. The policies are
/// the very versions that were weighed, so the trace stays right when they are edited later.
#[derive(Clone, PartialEq, Debug)]
pub struct CheckRecord {
    /// The question.
    pub request: AuthorizationRequest,
    /// What was weighed.
    pub policies: ApplicablePolicies,
    /// The answer.
    pub verdict: Verdict,
    /// Why.
    pub trace: Trace,
}

/// How a call ended.
#[derive(Clone, PartialEq, Debug)]
pub enum Outcome {
    /// It was carried out; the operation's output.
    Done(Value),
    /// It was allowed, and nothing was done: it was only asked, or the operation is one of AWS's that is not carried
    /// out here.
    Allowed,
    /// It failed, and the world is as it was.
    Failed(ApiError),
}

/// The answer to a call or a question.
#[derive(Clone, PartialEq, Debug)]
pub struct Answer {
    /// The time of the call.
    pub at: Timestamp,
    /// `prefix:Name` of what was asked.
    pub action: Box<str>,
    /// The ARN that was asked about, or `*`.
    pub resource: Box<str>,
    /// Who asked, or why nobody did.
    pub authentication: Result<Authenticated, AuthenticationFailure>,
    /// The permissions that were asked for, in order; the last one decided.
    pub checks: Vec<CheckRecord>,
    /// How it ended.
    pub outcome: Outcome,
    /// When the answer will be another one, if a change is on its way that makes it one.
    pub settling: Option<Settling>,
}

impl Answer {
    /// Whether nothing stood in the way of access; a call may still have failed for other reasons.
    #[must_use]
    pub fn is_allowed(&self) -> bool {
        match &self.authentication {
            Err(_) => false,
            Ok(Authenticated::Owner(_)) => true,
            Ok(Authenticated::Caller(_)) => {
                // Signing in and acts of the root user's own ask for no permission.
                let is_asked = !self.checks.is_empty() || matches!(self.outcome, Outcome::Done(_));
                is_asked && self.checks.iter().all(|check| check.verdict.is_allowed())
            }
        }
    }

    /// The check that decided: the one that failed, or else the last.
    #[must_use]
    pub fn deciding_check(&self) -> Option<&CheckRecord> {
        self.checks.last()
    }

    /// The check at a position, or without one, or if there is none, the one that decided.
    #[must_use]
    pub fn check(&self, position: Option<usize>) -> Option<&CheckRecord> {
        position.and_then(|position| self.checks.get(position)).or_else(|| self.deciding_check())
    }

    /// What AWS answered, if it was an error.
    #[must_use]
    pub fn error(&self) -> Option<&ApiError> {
        match &self.outcome {
            Outcome::Failed(error) => Some(error),
            Outcome::Done(_) | Outcome::Allowed => None,
        }
    }
}
