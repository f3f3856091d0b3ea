//! What is not known and matters (decision by completions follows from it).
//!
//! This names facts; it does not know where they could be found.

use super::applicable::{ApplicablePolicies, PolicyLayer};
use super::request::AuthorizationRequest;
use super::verdict::Decision;

/// A fact that is not known.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum UnknownFact {
    /// What the policies of a layer say.
    Layer(PolicyLayer),
    /// The value of a condition key, or that it is absent; the key as it was given.
    ContextKey(Box<str>),
}

/// The facts on which the decision depends and that are not known; none unless it cannot be said.
#[must_use]
pub fn unknown_facts(request: &AuthorizationRequest, policies: &ApplicablePolicies) -> Vec<UnknownFact> {
    if super::authorize(request, policies).decision != Decision::CannotSay {
        return Vec::new();
    }
    let keys = request.context.iter().filter(|(_, value)| matches!(value, super::ContextValue::Unknown(_)));
    let layers = policies.unknown.iter().map(UnknownFact::Layer);
    layers.chain(keys.map(|(key, _)| UnknownFact::ContextKey(key.into()))).collect()
}
