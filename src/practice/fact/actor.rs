//! Who may be asked about: users, their keys and sessions, who comes from outside, and nobody.

use crate::arn::AccountId;
use std::fmt;

/// Somebody who may be asked about.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Actor {
    /// A user, with an access key.
    User {
        /// The user's account.
        account: AccountId,
        /// The user.
        name: Box<str>,
    },
    /// A user with one of several long-term access keys.
    Key {
        /// The user's account.
        account: AccountId,
        /// The user.
        name: Box<str>,
        /// Which one, from 1, in the order in which they were made.
        nth: usize,
    },
    /// A user with temporary credentials of `sts:GetSessionToken`.
    UserSession {
        /// The user's account.
        account: AccountId,
        /// The user.
        name: Box<str>,
        /// Whether a code of an MFA device was shown for them.
        has_mfa: bool,
    },
    /// A session of a role.
    Session {
        /// The role's account.
        account: AccountId,
        /// The role.
        role: Box<str>,
        /// What the session is called.
        session: Box<str>,
    },
    /// Somebody for whom a user took temporary credentials with `sts:GetFederationToken`.
    Federated {
        /// The user's account.
        account: AccountId,
        /// The user.
        by: Box<str>,
        /// What the session is called.
        name: Box<str>,
    },
    /// Whatever runs on an instance, with the credentials that the instance has.
    Instance {
        /// The instance's account.
        account: AccountId,
        /// The name tag of the instance.
        name: Box<str>,
    },
    /// An AWS service that calls for itself.
    Service {
        /// `ec2.amazonaws.com`
        name: Box<str>,
    },
    /// Somebody with a token of an identity provider.
    Token {
        /// The ARN of the provider.
        provider: Box<str>,
        /// About whom the token is: its `sub`.
        subject: Box<str>,
    },
    /// The root user of an account.
    Root {
        /// The account.
        account: AccountId,
    },
    /// Nobody: the request is not signed.
    Anonymous,
}

/// The actor as results name it: `111122223333/user/ana`.
impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::User { account, name } => write!(f, "{account}/user/{name}"),
            Self::Key { account, name, nth } => write!(f, "{account}/user/{name}/key/{nth}"),
            Self::UserSession { account, name, has_mfa } => {
                write!(f, "{account}/user/{name}/token/{}", if *has_mfa { "mfa" } else { "plain" })
            }
            Self::Session { account, role, session } => write!(f, "{account}/role/{role}/{session}"),
            Self::Federated { account, by, name } => write!(f, "{account}/user/{by}/federated/{name}"),
            Self::Instance { account, name } => write!(f, "{account}/instance/{name}"),
            Self::Service { name } => write!(f, "service/{name}"),
            Self::Token { subject, .. } => write!(f, "token/{subject}"),
            Self::Root { account } => write!(f, "{account}/root"),
            Self::Anonymous => write!(f, "anonymous"),
        }
    }
}

impl Actor {
    /// The account whose policies bind the actor.
    #[must_use]
    pub fn account(&self) -> Option<AccountId> {
        match self {
            Self::User { account, .. }
            | Self::Key { account, .. }
            | Self::UserSession { account, .. }
            | Self::Session { account, .. }
            | Self::Federated { account, .. }
            | Self::Instance { account, .. }
            | Self::Root { account } => Some(*account),
            Self::Service { .. } | Self::Token { .. } | Self::Anonymous => None,
        }
    }
}
