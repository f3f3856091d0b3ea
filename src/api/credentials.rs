//! What a call is signed with: a key, or standing for somebody who signs without one that the page holds.

use crate::arn::{AccountId, Arn};
use crate::eval::ContextValue;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a call is signed with.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Credentials {
    /// The author of the world, who is free in this account. The event is kept, and no trail of
    /// AWS's would show it.
    Owner(AccountId),
    /// An access key that the page holds.
    Key(Box<str>),
    /// An access key as a client holds it, with all that it signs and sends.
    Signed(SignedCredentials),
    /// The root user of an account, signed in.
    Root(AccountId),
    /// An AWS service in its own name.
    Service(ServiceCredentials),
    /// Somebody who shows a token, to become a session of a role.
    Provider(ProviderCredentials),
    /// Nothing: the request is not signed.
    Anonymous,
}

/// What a client outside the page holds: an id, a secret, and for temporary credentials a token.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SignedCredentials {
    /// `AKIA…` or `ASIA…`
    pub access_key_id: Box<str>,
    /// Never sent; a request is signed with it.
    pub secret_access_key: Box<str>,
    /// Sent along with temporary credentials (rule F-1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session_token: Option<Box<str>>,
}

/// A service that calls in its own name, and for whom (rule C-56).
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ServiceCredentials {
    /// `cloudtrail.amazonaws.com`
    pub name: Box<str>,
    /// The resource that makes it call, `aws:SourceArn`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_arn: Option<Arn>,
    /// The account of that resource, `aws:SourceAccount`; without it the one in the ARN.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_account: Option<AccountId>,
}

/// A SAML assertion or an OIDC token, as far as AWS reads it.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ProviderCredentials {
    /// The ARN of the provider, or the name of a built-in one, `accounts.google.com`.
    pub provider: Box<str>,
    /// What the token says: `sub`, `aud`. Each becomes a condition key of the provider (B-47).
    #[serde(default)]
    pub claims: BTreeMap<Box<str>, ContextValue>,
}

impl ProviderCredentials {
    /// What the provider's condition keys begin with: the provider's address, or `saml`.
    #[must_use]
    pub fn key_prefix(&self) -> &str {
        match self.provider.split_once(":oidc-provider/") {
            Some((_, address)) => address,
            None if self.provider.contains(":saml-provider/") => "saml",
            None => &self.provider,
        }
    }
}

impl Credentials {
    /// The access key with this id.
    #[must_use]
    pub fn key(access_key_id: &str) -> Self {
        Self::Key(access_key_id.into())
    }

    /// The id of the access key, if it is one.
    #[must_use]
    pub fn access_key_id(&self) -> Option<&str> {
        match self {
            Self::Key(id) | Self::Signed(SignedCredentials { access_key_id: id, .. }) => Some(id),
            _ => None,
        }
    }
}
