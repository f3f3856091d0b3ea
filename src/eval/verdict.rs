//! The answer: what was decided, and by what.

use super::applicable::PolicyLayer;
use super::trace::StatementRef;
use serde::{Deserialize, Serialize};

/// What was decided; the first three names are those of AWS's policy simulator.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Decision {
    /// Everything that had to say yes said yes, and nothing said no.
    Allowed,
    /// A statement says no.
    ExplicitDeny,
    /// Something that had to say yes did not.
    ImplicitDeny,
    /// A fact is not known on which the answer depends.
    CannotSay,
}

/// What decided.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DecidedBy {
    /// The layer that granted, or that holds the Deny, or the first that lacks an Allow (C-60).
    Layer(PolicyLayer),
    /// Across accounts both the caller's and the owner's policies granted (C-45).
    IdentityAndResource,
    /// The root user needs no policy (C-53).
    Root,
    /// The action needs no permission (C-44).
    Exempt,
    /// Nothing: what is not known would decide.
    Unknown,
}

/// The answer to a request.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Verdict {
    /// What was decided.
    pub decision: Decision,
    /// What decided.
    pub decided_by: DecidedBy,
    /// The statement that denies, or that grants; none for an implicit deny.
    pub statement: Option<StatementRef>,
}

impl Verdict {
    /// Whether the request may go ahead.
    #[must_use]
    pub fn is_allowed(&self) -> bool {
        self.decision == Decision::Allowed
    }
}
