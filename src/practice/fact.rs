//! What the learner of an item is shown: who is there, which policies there are, and what is asked.
//!
//! These are facts, not sentences, and they say nothing about the answer.

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
    /// A session of a role.
    Session {
        /// The role's account.
        account: AccountId,
        /// The role.
        role: Box<str>,
        /// What the session is called.
        session: Box<str>,
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
            Self::Session { account, role, session } => write!(f, "{account}/role/{role}/{session}"),
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
            Self::User { account, .. } | Self::Session { account, .. } | Self::Root { account } => Some(*account),
            Self::Anonymous => None,
        }
    }
}

/// What a policy that belongs to an identity is attached to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Holder {
    /// A user.
    User(Box<str>),
    /// A group.
    Group(Box<str>),
    /// A role.
    Role(Box<str>),
}

impl Holder {
    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::User(name) | Self::Group(name) | Self::Role(name) => name,
        }
    }
}

/// Something about a request beside who, what and which.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Circumstance {
    /// The public address that it comes from.
    SourceIp(Box<str>),
    /// It is encrypted, as calls here are if nothing else is said.
    Tls,
    /// It is not encrypted.
    NoTls,
    /// The prefix that a listing asks for.
    Prefix(Box<str>),
    /// The Region whose endpoint is called.
    Region(Box<str>),
    /// It is signed with a long-term access key, as users' calls here always are.
    LongTermKey,
    /// When it is made, on the clock of the world.
    At(Box<str>),
}

/// Something that is so in the world of an item. Documents are written as they stand there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fact {
    /// An account, by its name.
    Account {
        /// The account.
        account: AccountId,
    },
    /// A user is in a group.
    Member {
        /// The user.
        user: Box<str>,
        /// The group.
        group: Box<str>,
    },
    /// A user to whom no policy is attached and who is in no group.
    Bare {
        /// The user.
        user: Actor,
    },
    /// An identity-based policy.
    Identity {
        /// Of the holder's account.
        account: AccountId,
        /// What it is attached to.
        holder: Holder,
        /// The document.
        document: Box<str>,
    },
    /// A bucket, and whose it is.
    Bucket {
        /// The owner.
        account: AccountId,
        /// The bucket.
        bucket: Box<str>,
        /// Where it is.
        region: Box<str>,
    },
    /// A bucket policy.
    BucketPolicy {
        /// The bucket.
        bucket: Box<str>,
        /// The document.
        document: Box<str>,
    },
    /// The trust policy of a role.
    Trust {
        /// The role's account.
        account: AccountId,
        /// The role.
        role: Box<str>,
        /// The document.
        document: Box<str>,
    },
    /// A permissions boundary.
    Boundary {
        /// Whom it bounds.
        holder: Holder,
        /// The document.
        document: Box<str>,
    },
    /// A user has become a session of a role.
    Session {
        /// The user.
        user: Box<str>,
        /// The role.
        role: Box<str>,
        /// What the session is called.
        session: Box<str>,
        /// When it was issued, as text of a time.
        issued: Box<str>,
        /// The policy that was passed, if any.
        document: Option<Box<str>>,
    },
    /// Accounts are in an organization, under these names from the root to the account; without more
    /// said, `FullAWSAccess` is attached at every level.
    Organization {
        /// The account.
        account: AccountId,
        /// Root, organizational units, account.
        path: Vec<Box<str>>,
    },
    /// The management account of the organization.
    Management {
        /// The account.
        account: AccountId,
    },
    /// A service control policy.
    Scp {
        /// The name of the level that it is attached to.
        target: Box<str>,
        /// The document.
        document: Box<str>,
    },
    /// `FullAWSAccess` has been taken from a level.
    NoFullAccess {
        /// The name of the level.
        target: Box<str>,
    },
}
