//! May this principal do this, given these policies?
//!
//! [`authorize`] answers; [`authorize_traced`] answers and says why. Both run the same evaluator,
//! generic over a [`Recorder`], so an explanation cannot drift from the decision: recording only
//! stops the evaluator from leaving off early.
//!
//! The evaluator gets a request and the policies that bear on it. It does not know the world, who
//! is in which group, or what time it is other than by `aws:CurrentTime` in the request.
//!
//! The order of the stations is the one AWS documents for explanation (rule C-3). A Deny anywhere
//! is final (C-2); for the rest the caller's side and the resource's side must both say yes, with
//! the shortcuts that a direct grant in a resource policy of the same account opens (C-22).
//!
//! What a decision costs is bounded by the bytes of the patterns times the bytes of the texts that
//! they are compared with. Without a trace only the statements about the action are looked at.

mod action;
mod applicable;
mod assumption;
mod bearing;
mod condition;
mod context;
mod difference;
mod principal;
mod request;
mod stages;
mod statement;
mod stations;
mod trace;
mod unknown;
mod verdict;

pub use action::ActionName;
pub use applicable::{
    ApplicablePolicies, AppliedPolicy, Attachment, LayerSet, PolicyLayer, PrincipalPolicies, ResourcePolicies,
    ResourcePolicyRule,
};
pub use bearing::Side;
pub use context::RequestContext;
pub use difference::{arn_first_difference, pattern_of};
pub use principal::{CallerKind, GrantReach};
pub use request::{AuthorizationRequest, ContextValue, Principal, Unknown};
pub use trace::{
    ConditionOutcome, Element, NoTrace, NotApplicable, PatternOutcome, PrincipalOutcome, Recorder, StatementRef,
    Station, StationOutcome, Trace, TraceEvent,
};
pub use unknown::{MAX_COMPLETIONS, UnknownFact, unknown_facts};
pub use verdict::{DecidedBy, Decision, Verdict};

use assumption::Assumption;

// Neither is ever inlined: a browser first runs a function in a slow form and changes to the quick one when
// it is called again, so what loops over requests would stay slow to the end of the loop.

/// Decides, and nothing else.
#[must_use]
#[inline(never)]
pub fn authorize(request: &AuthorizationRequest, policies: &ApplicablePolicies) -> Verdict {
    if unknown::is_incomplete(request, policies) {
        return unknown::authorize(request, policies);
    }
    stages::authorize_with(request, policies, Assumption::NONE, &mut NoTrace)
}

/// Decides, and records what was compared on the way.
#[must_use]
#[inline(never)]
pub fn authorize_traced(request: &AuthorizationRequest, policies: &ApplicablePolicies) -> (Verdict, Trace) {
    let mut trace = Trace::default();
    let verdict = if unknown::is_incomplete(request, policies) {
        unknown::authorize_traced(request, policies, &mut trace)
    } else {
        stages::authorize_with(request, policies, Assumption::NONE, &mut trace)
    };
    (verdict, trace)
}
