//! Why a request is decided as it is, as a goal names it: a layer, a kind, an account.

use super::{Expected, GoalProblem};

/// What decides, as far as a goal wants to know.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reason {
    /// Which account alone says no.
    pub side: Option<AccountSide>,
    /// The layer; whichever it is where only the kind is named.
    pub layer: Option<Layer>,
    /// What the layer does.
    pub kind: Option<ReasonKind>,
}

/// One of the two accounts of a request.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AccountSide {
    /// The caller's.
    Caller,
    /// The resource's.
    Resource,
}

/// A layer as goals name it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Layer {
    /// Identity-based policies.
    Identity,
    /// The resource's policy, whatever the resource.
    Resource,
    /// A role's trust policy.
    Trust,
    /// A key policy.
    KeyPolicy,
    /// The permissions boundary.
    Boundary,
    /// Session policies.
    Session,
    /// Service control policies.
    Scp,
    /// Resource control policies.
    Rcp,
    /// The policy of a VPC endpoint.
    Endpoint,
    /// The root user needs no policy.
    Root,
    /// Nobody was authenticated.
    Authentication,
}

/// What a layer does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReasonKind {
    /// It lacks an Allow.
    Implicit,
    /// It holds a Deny.
    Explicit,
    /// It grants.
    Allow,
}

impl AccountSide {
    /// Both, with their words.
    pub const ALL: [(Self, &'static str); 2] = [(Self::Caller, "caller-account"), (Self::Resource, "resource-account")];
}

impl Layer {
    /// All, with their words.
    pub const ALL: [(Self, &'static str); 11] = [
        (Self::Identity, "identity"),
        (Self::Resource, "resource"),
        (Self::Trust, "trust"),
        (Self::KeyPolicy, "key-policy"),
        (Self::Boundary, "boundary"),
        (Self::Session, "session"),
        (Self::Scp, "scp"),
        (Self::Rcp, "rcp"),
        (Self::Endpoint, "endpoint"),
        (Self::Root, "root"),
        (Self::Authentication, "authentication"),
    ];
}

impl ReasonKind {
    /// All, with their words.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Implicit, "implicit"), (Self::Explicit, "explicit"), (Self::Allow, "allow")];
}

impl Reason {
    /// Reads what stands after `because`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        super::parse::reason(text).ok()
    }

    /// `layer`, `layer:kind` or `kind`
    pub(super) fn of_layer(word: &str) -> Result<Self, GoalProblem> {
        if let Some(kind) = super::parse::word_of(&ReasonKind::ALL, word) {
            return Ok(Self { side: None, layer: None, kind: Some(kind) });
        }
        let (layer, kind) = word.split_once(':').map_or((word, None), |(layer, kind)| (layer, Some(kind)));
        let layer = super::parse::word_of(&Layer::ALL, layer);
        let layer = layer.ok_or_else(|| GoalProblem::expected(Expected::Layer, word))?;
        let kind = match kind {
            None => None,
            Some(kind) => {
                let kind = super::parse::word_of(&ReasonKind::ALL, kind);
                Some(kind.ok_or_else(|| GoalProblem::expected(Expected::ReasonKind, word))?)
            }
        };
        Ok(Self { side: None, layer: Some(layer), kind })
    }
}
