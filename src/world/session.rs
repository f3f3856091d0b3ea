//! Temporary credentials: sessions of roles, of users, of those whom a user federates, and of root
//! users for one task.

use super::stored_policy::StoredPolicy;
use super::{IdKind, World};
use crate::arn::{AccountId, Arn};
use crate::clock::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Whom a session speaks for (table F-46).
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub enum SessionSubject {
    /// A role, by `AssumeRole`.
    Role {
        /// The role.
        role: Arn,
        /// Its id when it was assumed: a role made anew under the name is another one.
        role_id: Box<str>,
        /// The name that the caller chose for the session.
        name: Box<str>,
    },
    /// Somebody whom a user, or the root user, vouches for, by `GetFederationToken`.
    FederatedUser {
        /// The user whose permissions are the most that the session can have; for the root user the
        /// ARN that ends in `:root`.
        federated_by: Arn,
        /// The id of that user; the root user's is the account id.
        user_id: Box<str>,
        /// The name of the federated user.
        name: Box<str>,
    },
    /// The root user of a member account, for one task, by `AssumeRoot`.
    AssumedRoot {
        /// The ARN of the account that ends in `:root`.
        assumed_root: Arn,
        /// The account id.
        user_id: Box<str>,
    },
    /// A user, or the root user, that stays who it is, by `GetSessionToken`.
    User {
        /// The user; for the root user the ARN that ends in `:root`.
        user: Arn,
        /// The id of the user; the root user's is the account id.
        user_id: Box<str>,
    },
}

/// How a session came about.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub enum SessionOrigin {
    /// By the call of STS that makes sessions of its subject: `AssumeRole` for a role, `GetSessionToken` for
    /// a user, and so on.
    #[default]
    Call,
    /// By signing in to the console; the subject is a user or the root user.
    SignIn,
    /// By switching role in the console; [`Session::parent`] is the key of the session that was signed in to,
    /// also where a switch follows a switch (rule F-31).
    SwitchRole,
    /// Handed by a service to what runs in it: an instance its role, a function its role.
    Service {
        /// `ec2.amazonaws.com`
        name: Box<str>,
        /// The instance or function.
        resource: Arn,
        /// The condition keys that the service adds to calls with these credentials, such as
        /// `ec2:RoleDelivery` (table B-43).
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        keys: BTreeMap<Box<str>, Box<str>>,
    },
}

impl SessionOrigin {
    fn is_call(&self) -> bool {
        *self == Self::Call
    }

    /// Whether somebody sits before the console with it.
    #[must_use]
    pub const fn is_console(&self) -> bool {
        matches!(self, Self::SignIn | Self::SwitchRole)
    }
}

/// What goes with a session from the call that makes it to the end of its life.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct SessionFacts {
    /// How it came about.
    #[serde(default, skip_serializing_if = "SessionOrigin::is_call")]
    pub origin: SessionOrigin,
    /// When a code of an MFA device was shown for it; none if none was (rule F-44).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mfa: Option<Timestamp>,
    /// Session tags; they go over the tags of the role or user (rule F-17).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub tags: BTreeMap<Box<str>, Box<str>>,
    /// The keys of those that go on to the next session, as [`SessionFacts::tags`] has them (rule F-18).
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub transitive_tag_keys: BTreeSet<Box<str>>,
    /// The identity provider whose word somebody came by: its ARN, or the name of a built-in one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider: Option<Box<str>>,
    /// What a built-in provider of tokens said that goes on with the session, by condition key (table B-47).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub claims: BTreeMap<Box<str>, Box<str>>,
    /// Who is behind it all, set once and for all sessions that follow (rule F-20).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_identity: Option<Box<str>>,
}

impl SessionFacts {
    /// The provider, where the session began with a token of OpenID Connect and not with an assertion.
    #[must_use]
    pub fn token_provider(&self) -> Option<&str> {
        self.provider.as_deref().filter(|provider| !provider.contains(":saml-provider/"))
    }
}

/// A session with its credentials. It cannot be ended early, only denied (rule F-2).
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Session {
    /// `ASIA…`
    pub access_key_id: Box<str>,
    /// Shown once, when the session is made.
    pub secret: Box<str>,
    /// Opaque; sent along with every request.
    pub token: Box<str>,
    /// Whom it speaks for.
    #[serde(flatten)]
    pub subject: SessionSubject,
    /// The account of the role or user.
    pub account: AccountId,
    /// When the credentials were issued.
    pub issued: Timestamp,
    /// When they end.
    pub expires: Timestamp,
    /// The policy passed in the call, if one was; fixed for the life of the session (C-32).
    pub policy: Option<StoredPolicy>,
    /// Managed policies passed in the call.
    pub policy_arns: Vec<Arn>,
    /// The access key that the call was made with; none if the owner of the world made it.
    pub parent: Option<Box<str>>,
    /// How it came about, and what goes with it.
    #[serde(flatten)]
    pub facts: SessionFacts,
}

impl Session {
    /// A session with new credentials that nothing limits; it is not in the world yet.
    #[must_use]
    pub fn new(
        world: &mut World,
        subject: SessionSubject,
        account: AccountId,
        issued: Timestamp,
        seconds: u32,
    ) -> Self {
        Self {
            access_key_id: world.next_id(IdKind::TemporaryAccessKey),
            secret: world.next_secret(40),
            token: world.next_secret(160),
            subject,
            account,
            issued,
            expires: issued.plus_seconds(i64::from(seconds)),
            policy: None,
            policy_arns: Vec::new(),
            parent: None,
            facts: SessionFacts::default(),
        }
    }

    /// The ARN that AWS prints for the caller: `arn:aws:sts::<account>:assumed-role/<role>/<session>`,
    /// without the role's path; `…:federated-user/<name>`; or the user's own.
    #[must_use]
    pub fn arn(&self) -> Arn {
        let resource = match &self.subject {
            SessionSubject::Role { role, name, .. } => format!("assumed-role/{}/{name}", role.last_name()),
            SessionSubject::FederatedUser { name, .. } => format!("federated-user/{name}"),
            SessionSubject::AssumedRoot { assumed_root: arn, .. } | SessionSubject::User { user: arn, .. } => {
                return arn.clone();
            }
        };
        Arn::new("sts", "", Some(self.account), &resource)
    }

    /// What `aws:userid` is: `AROA…:session`, `<account>:<name>`, or the user's id (rule B-36).
    #[must_use]
    pub fn user_id(&self) -> Box<str> {
        match &self.subject {
            SessionSubject::Role { role_id, name, .. } => format!("{role_id}:{name}").into(),
            SessionSubject::FederatedUser { name, .. } => format!("{}:{name}", self.account).into(),
            SessionSubject::AssumedRoot { user_id, .. } | SessionSubject::User { user_id, .. } => user_id.clone(),
        }
    }

    /// The role, if it is a session of one.
    #[must_use]
    pub fn role(&self) -> Option<&Arn> {
        match &self.subject {
            SessionSubject::Role { role, .. } => Some(role),
            _ => None,
        }
    }

    /// The role or user whose permissions the session has at the most.
    #[must_use]
    pub fn behind(&self) -> &Arn {
        match &self.subject {
            SessionSubject::Role { role: arn, .. }
            | SessionSubject::FederatedUser { federated_by: arn, .. }
            | SessionSubject::AssumedRoot { assumed_root: arn, .. }
            | SessionSubject::User { user: arn, .. } => arn,
        }
    }

    /// The id of that role or user when the session was made.
    #[must_use]
    pub fn id_behind(&self) -> &str {
        match &self.subject {
            SessionSubject::Role { role_id: id, .. }
            | SessionSubject::FederatedUser { user_id: id, .. }
            | SessionSubject::AssumedRoot { user_id: id, .. }
            | SessionSubject::User { user_id: id, .. } => id,
        }
    }

    /// The name that the caller chose for the session; a user that stays itself and a root user get none.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match &self.subject {
            SessionSubject::Role { name, .. } | SessionSubject::FederatedUser { name, .. } => Some(name),
            SessionSubject::AssumedRoot { .. } | SessionSubject::User { .. } => None,
        }
    }

    /// Whether the credentials have ended at `now`.
    #[must_use]
    pub fn is_expired(&self, now: Timestamp) -> bool {
        now >= self.expires
    }
}
