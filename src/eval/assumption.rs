//! What is taken for granted about the layers of policies that nobody here has seen.
//!
//! To one request a layer can only say a few things, whatever stands in it: nothing, yes with some
//! reach, or no. An [`Assumption`] picks one of them for every layer that is not known; which ones are
//! to be tried is decided elsewhere.

use super::applicable::{ApplicablePolicies, PolicyLayer};
use super::principal::GrantReach;
use super::trace::StatementRef;

/// What a layer contributes to one request.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Contribution {
    /// What its policies say: it is known.
    Known,
    /// There is no such layer: no boundary is set, no session policy was passed.
    Absent,
    /// It is there and says nothing.
    Silent,
    /// It allows, at every level, naming the caller so.
    Allow(GrantReach),
    /// It denies.
    Deny,
}

/// A contribution for each layer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Assumption([Contribution; 7]);

impl Assumption {
    /// Everything is known.
    pub(super) const NONE: Self = Self([Contribution::Known; 7]);

    pub(super) fn of(self, layer: PolicyLayer) -> Contribution {
        self.0[layer as usize]
    }

    /// The same, with another contribution of one layer.
    pub(super) fn with(mut self, layer: PolicyLayer, contribution: Contribution) -> Self {
        self.0[layer as usize] = contribution;
        self
    }

    /// Whether the layer is there: a boundary is set, a session policy was passed, an endpoint is used.
    pub(super) fn is_set(self, layer: PolicyLayer, policies: &ApplicablePolicies) -> bool {
        match self.of(layer) {
            Contribution::Known => policies.is_set(layer),
            Contribution::Absent => false,
            Contribution::Silent | Contribution::Allow(_) | Contribution::Deny => true,
        }
    }
}

/// A place that stands for a statement nobody has seen.
pub(super) const fn unseen(layer: PolicyLayer) -> StatementRef {
    StatementRef { layer, policy: u16::MAX, statement: u16::MAX }
}
