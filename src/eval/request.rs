//! The question: who asks to do what to which resource, under which circumstances.

use super::action::ActionName;
use crate::arn::{AccountId, Arn};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Who makes a request.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Principal {
    /// The root user of an account.
    Root {
        /// The account.
        account: AccountId,
    },
    /// An IAM user, with an access key or the credentials of `GetSessionToken`.
    User {
        /// The user.
        arn: Arn,
        /// Whether a permissions boundary is set is a matter of the policies; this is the account.
        account: AccountId,
    },
    /// A session of a role.
    AssumedRole {
        /// `arn:aws:sts::<account>:assumed-role/<role>/<session>`
        session: Arn,
        /// The role, with its path.
        role: Arn,
        /// The account of the role.
        account: AccountId,
        /// Whether the role is service-linked, which SCPs and RCPs do not touch.
        is_service_linked: bool,
    },
    /// A session made by `GetFederationToken`.
    FederatedUser {
        /// `arn:aws:sts::<account>:federated-user/<name>`
        session: Arn,
        /// The user who asked for the session; the root user by its ARN `arn:aws:iam::<account>:root`.
        user: Arn,
        /// The account of both.
        account: AccountId,
    },
    /// A session made by `AssumeRoot`: the root user of a member account, for one task (rule F-24).
    AssumedRoot {
        /// The member account.
        account: AccountId,
    },
    /// Somebody who shows a SAML assertion or an OIDC token to become a session of a role; AWS knows
    /// the provider, and nothing of the person (rules A-78, C-38).
    Federated {
        /// The ARN of the SAML or OIDC provider, or the name of a built-in one.
        provider: Box<str>,
    },
    /// An AWS service in its own name.
    Service {
        /// For example `cloudtrail.amazonaws.com`.
        name: Box<str>,
    },
    /// Nobody: the request is not signed.
    Anonymous,
}

impl Principal {
    /// The account whose policies bind the principal; services, the anonymous and those who only
    /// show a token have none.
    #[must_use]
    pub fn account(&self) -> Option<AccountId> {
        match self {
            Self::Root { account }
            | Self::User { account, .. }
            | Self::AssumedRole { account, .. }
            | Self::FederatedUser { account, .. }
            | Self::AssumedRoot { account } => Some(*account),
            Self::Federated { .. } | Self::Service { .. } | Self::Anonymous => None,
        }
    }

    /// The ARN that AWS's messages print.
    #[must_use]
    pub fn arn(&self) -> Option<Arn> {
        match self {
            Self::Root { account } | Self::AssumedRoot { account } => Some(account.root_arn()),
            Self::User { arn, .. } => Some(arn.clone()),
            Self::AssumedRole { session, .. } | Self::FederatedUser { session, .. } => Some(session.clone()),
            Self::Federated { .. } | Self::Service { .. } | Self::Anonymous => None,
        }
    }
}

/// A value of the request context. Values are text; operators read types from it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ContextValue {
    /// A single-valued key.
    One(Box<str>),
    /// A multivalued key; without values it counts as absent for the set operators (B-11).
    Many(Vec<Box<str>>),
    /// The fact is not known: the key may be absent, or have any value.
    Unknown(Unknown),
}

/// The mark of a fact that is not known, `{"unknown": true}`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Unknown {
    unknown: True,
}

impl Unknown {
    /// The mark.
    pub const VALUE: Self = Self { unknown: True };
}

/// Serialized as `true`, and read from nothing else.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(try_from = "bool", into = "bool")]
struct True;

impl TryFrom<bool> for True {
    type Error = &'static str;

    fn try_from(value: bool) -> Result<Self, Self::Error> {
        if value { Ok(Self) } else { Err("expected `true`") }
    }
}

impl From<True> for bool {
    fn from(_: True) -> Self {
        true
    }
}

impl ContextValue {
    /// The values; none if they are not known.
    #[must_use]
    pub fn values(&self) -> &[Box<str>] {
        match self {
            Self::Unknown(_) => &[],
            Self::One(value) => std::slice::from_ref(value),
            Self::Many(values) => values,
        }
    }
}

/// What is known about a request beside who, what and which: a map of condition keys.
///
/// Keys have no case. A key that is not there is absent, which is a fact like any other.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(from = "Entries", into = "Entries")]
pub struct RequestContext {
    /// Key in lower case to key as given and value.
    entries: BTreeMap<Box<str>, (Box<str>, ContextValue)>,
    /// How many values are not known.
    n_unknown: usize,
}

#[derive(Serialize, Deserialize)]
struct Entries {
    entries: BTreeMap<Box<str>, (Box<str>, ContextValue)>,
}

impl From<Entries> for RequestContext {
    fn from(Entries { entries }: Entries) -> Self {
        let n_unknown = entries.values().filter(|(_, value)| matches!(value, ContextValue::Unknown(_))).count();
        Self { entries, n_unknown }
    }
}

impl From<RequestContext> for Entries {
    fn from(context: RequestContext) -> Self {
        Self { entries: context.entries }
    }
}

impl RequestContext {
    /// Sets a key; a key already there is replaced, whatever its spelling.
    pub fn set(&mut self, key: &str, value: ContextValue) {
        self.remove(key);
        self.n_unknown += usize::from(matches!(value, ContextValue::Unknown(_)));
        self.entries.insert(key.to_ascii_lowercase().into(), (key.into(), value));
    }

    /// Sets a single-valued key.
    pub fn set_one(&mut self, key: &str, value: impl Into<Box<str>>) {
        self.set(key, ContextValue::One(value.into()));
    }

    /// Takes a key away.
    pub fn remove(&mut self, key: &str) {
        if let Some((_, ContextValue::Unknown(_))) = self.entries.remove(key.to_ascii_lowercase().as_str()) {
            self.n_unknown -= 1;
        }
    }

    /// The value of a key that is given in lower case.
    #[must_use]
    pub fn get(&self, lower_case_key: &str) -> Option<&ContextValue> {
        self.entries.get(lower_case_key).map(|(_, value)| value)
    }

    /// Whether there are keys of which nothing is known.
    #[must_use]
    pub fn has_unknown(&self) -> bool {
        self.n_unknown > 0
    }

    /// Whether nothing is known of a key that is given in lower case.
    #[must_use]
    pub fn is_unknown(&self, lower_case_key: &str) -> bool {
        self.has_unknown() && matches!(self.get(lower_case_key), Some(ContextValue::Unknown(_)))
    }

    /// What a policy variable stands for: the value of a single-valued key that is given in lower case
    /// . An empty value is none.
    #[must_use]
    pub fn variable(&self, lower_case_key: &str) -> Option<&str> {
        self.single(lower_case_key).filter(|value| !value.is_empty())
    }

    /// The value of a single-valued key that is given in lower case.
    #[must_use]
    pub fn single(&self, lower_case_key: &str) -> Option<&str> {
        match self.get(lower_case_key)? {
            ContextValue::One(value) => Some(value),
            ContextValue::Many(_) | ContextValue::Unknown(_) => None,
        }
    }

    /// Keys as given with their values, ordered by key.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &ContextValue)> {
        self.entries.values().map(|(key, value)| (&**key, value))
    }
}

/// One question about access.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AuthorizationRequest {
    /// Who asks.
    pub principal: Principal,
    /// `prefix:Name`, in any case.
    pub action: ActionName,
    /// An ARN, or `*` for actions that have no resource.
    pub resource: Box<str>,
    /// Who owns the resource.
    pub resource_account: AccountId,
    /// Everything else.
    pub context: RequestContext,
}

impl AuthorizationRequest {
    /// Whether caller and resource belong to two accounts. Services, the anonymous and those who only
    /// show a token belong to none.
    #[must_use]
    pub fn is_cross_account(&self) -> bool {
        self.principal.account().is_some_and(|account| account != self.resource_account)
    }
}
