//! What IAM Roles Anywhere knows: whose certificates it trusts, for which roles, and which certificates are revoked.

use crate::arn::Arn;
use crate::clock::Timestamp;
use crate::world::Tags;
use serde::{Deserialize, Serialize};

/// A trust anchor, a profile, or a list of revoked certificates.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Anywhere {
    /// `arn:aws:rolesanywhere:<region>:<account>:trust-anchor/<uuid>`
    pub arn: Arn,
    /// What people call it.
    pub name: Box<str>,
    /// Whether it counts.
    pub is_enabled: bool,
    /// When it was made.
    pub created: Timestamp,
    /// When it was changed last.
    pub updated: Timestamp,
    /// Tags.
    #[serde(default, skip_serializing_if = "Tags::is_empty")]
    pub tags: Tags,
    /// Which it is.
    pub kind: AnywhereKind,
}

/// What it says.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum AnywhereKind {
    /// An authority whose certificates are trusted.
    TrustAnchor {
        /// The authority's own certificate, as it was given.
        certificate: Box<str>,
    },
    /// Roles that certificates can get, and what their sessions may do at the most.
    Profile {
        /// The roles.
        roles: Vec<Arn>,
        /// The inline session policy.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        session_policy: Option<Box<str>>,
        /// Managed session policies.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        managed_policies: Vec<Arn>,
        /// How long sessions last at the most.
        seconds: u32,
        /// Whether who calls may name the session.
        accepts_session_name: bool,
    },
    /// Certificates that the authority of a trust anchor has taken back.
    Crl {
        /// The trust anchor.
        anchor: Arn,
        /// The list, as it was given.
        data: Box<str>,
    },
}

impl AnywhereKind {
    /// As ARNs have it.
    #[must_use]
    pub const fn in_arn(&self) -> &'static str {
        match self {
            Self::TrustAnchor { .. } => "trust-anchor",
            Self::Profile { .. } => "profile",
            Self::Crl { .. } => "crl",
        }
    }
}

impl Anywhere {
    /// The id at the end of the ARN.
    #[must_use]
    pub fn id(&self) -> &str {
        self.arn.last_name()
    }
}
