//! The question: who asks to do what to which resource, under which circumstances.

use super::action::ActionName;
use super::context::RequestContext;
use crate::arn::{AccountId, Arn};
use serde::{Deserialize, Serialize};

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
