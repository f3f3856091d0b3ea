//! Identity pools of Amazon Cognito: whom an app lets in, and with which roles.
//!
//! Identities are merged by nobody, and have no developer providers.

use crate::arn::Arn;
use crate::clock::Timestamp;
use crate::world::Tags;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// An identity pool.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct IdentityPool {
    /// `arn:aws:cognito-identity:<region>:<account>:identitypool/<id>`
    pub arn: Arn,
    /// What people call it.
    pub name: Box<str>,
    /// When it was made.
    pub created: Timestamp,
    /// Whether identities come without a login.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub has_guests: bool,
    /// Whether tokens are handed out that the app shows to STS itself: the basic flow.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub has_basic_flow: bool,
    /// Providers that AWS knows, `accounts.google.com`, with the id of the app there.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub login_providers: BTreeMap<Box<str>, Box<str>>,
    /// OIDC providers of IAM.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub oidc_providers: BTreeSet<Arn>,
    /// User pools, `cognito-idp.eu-west-1.amazonaws.com/eu-west-1_…`, with the ids of their app clients.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub user_pools: BTreeMap<Box<str>, BTreeSet<Box<str>>>,
    /// The role of identities that are `authenticated`, and of those that are `unauthenticated`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub roles: BTreeMap<Box<str>, Arn>,
    /// How the role of who signed in is chosen instead, by provider; of a user pool with the app client behind a colon.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub role_mappings: BTreeMap<Box<str>, RoleMapping>,
    /// Identities, by id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub identities: BTreeMap<Box<str>, PoolIdentity>,
    /// Tags.
    #[serde(default, skip_serializing_if = "Tags::is_empty")]
    pub tags: Tags,
}

/// How a role is chosen by what a token says.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RoleMapping {
    /// The rules, the first that fits first; none where the token itself names roles.
    pub rules: Option<Vec<RoleRule>>,
    /// Whether nobody comes in for whom no role is found; the role of the pool is the one otherwise.
    pub denies_others: bool,
}

/// A rule: for whom a claim says this, that role.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RoleRule {
    /// Of the token.
    pub claim: Box<str>,
    /// `Equals`, `Contains`, `StartsWith` or `NotEqual`.
    pub match_type: Box<str>,
    /// What it is compared with.
    pub value: Box<str>,
    /// The role.
    pub role: Arn,
}

/// Somebody in an identity pool.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PoolIdentity {
    /// Who it is with each provider; a guest is with none.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub logins: BTreeMap<Box<str>, Box<str>>,
    /// When it was made.
    pub created: Timestamp,
}

impl IdentityPool {
    /// `<region>:<uuid>`
    #[must_use]
    pub fn id(&self) -> &str {
        self.arn.resource().strip_prefix("identitypool/").unwrap_or_default()
    }

    /// The identity that somebody has who is known to a provider.
    #[must_use]
    pub fn identity_of(&self, provider: &str, subject: &str) -> Option<&str> {
        let is_it = |identity: &&PoolIdentity| identity.logins.get(provider).is_some_and(|known| **known == *subject);
        self.identities.iter().find(|(_, identity)| is_it(identity)).map(|(id, _)| &**id)
    }
}
