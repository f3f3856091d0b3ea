//! Identity providers that an account trusts to say who somebody is (rule E-39).

use super::account::Account;
use super::tags::Tags;
use crate::arn::Arn;
use crate::clock::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A provider of SAML assertions.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct SamlProvider {
    /// `arn:aws:iam::<account>:saml-provider/<name>`
    pub arn: Arn,
    /// The metadata document, as it was given.
    pub metadata: Box<str>,
    /// When it was made.
    pub created: Timestamp,
    /// Tags.
    #[serde(default, skip_serializing_if = "Tags::is_empty")]
    pub tags: Tags,
    /// Assertions that were handed in, by id, with the moment when each ends: none is taken twice.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub taken: BTreeMap<Box<str>, Timestamp>,
}

/// A provider of OpenID Connect tokens.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct OidcProvider {
    /// `arn:aws:iam::<account>:oidc-provider/<address>`
    pub arn: Arn,
    /// Client ids: for whom a token must be.
    pub client_ids: BTreeSet<Box<str>>,
    /// Fingerprints of certificates, as they were given; nothing is checked by them.
    pub thumbprints: Vec<Box<str>>,
    /// When it was made.
    pub created: Timestamp,
    /// Tags.
    #[serde(default, skip_serializing_if = "Tags::is_empty")]
    pub tags: Tags,
}

impl OidcProvider {
    /// The address of the issuer, without `https://`.
    #[must_use]
    pub fn address(&self) -> &str {
        self.arn.resource().strip_prefix("oidc-provider/").unwrap_or_default()
    }
}

macro_rules! providers {
    ($all:ident $one:ident $put:ident $remove:ident $table:ident $provider:ident $what:literal) => {
        #[doc = concat!("All ", $what, " providers, by ARN.")]
        pub fn $all(&self) -> impl Iterator<Item = &$provider> {
            self.$table.values().map(|provider| &**provider)
        }

        #[doc = concat!("The ", $what, " provider with that ARN.")]
        #[must_use]
        pub fn $one(&self, arn: &Arn) -> Option<&$provider> {
            self.$table.get(arn).map(|provider| &**provider)
        }

        #[doc = concat!("Adds a ", $what, " provider, or replaces the one with the same ARN.")]
        pub fn $put(&mut self, provider: $provider) {
            self.$table.insert_mut(provider.arn.clone(), Arc::new(provider));
        }

        #[doc = concat!("Takes a ", $what, " provider away; false if there was none.")]
        pub fn $remove(&mut self, arn: &Arn) -> bool {
            self.$table.remove_mut(arn)
        }
    };
}

impl Account {
    providers!(saml_providers saml_provider put_saml_provider remove_saml_provider saml_providers SamlProvider "SAML");
    providers!(oidc_providers oidc_provider put_oidc_provider remove_oidc_provider oidc_providers OidcProvider "OIDC");
}
