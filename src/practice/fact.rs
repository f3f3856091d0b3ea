//! What the learner of an item is shown: who is there, which policies there are, and what is asked.
//!
//! These are facts, not sentences, and they say nothing about the answer.

mod actor;

use crate::arn::AccountId;
pub use actor::Actor;

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

/// How long a session of a role lasts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lasting {
    /// Long enough for what is asked.
    Untold,
    /// So many seconds.
    Seconds(u32),
    /// As long as whoever takes it can have it, which the learner is to find out; so many seconds.
    Longest(u32),
}

/// What became of an access key.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum KeyState {
    /// Nothing: it is active.
    Active,
    /// It was switched off, at the time in the text.
    Inactive(Box<str>),
    /// It was deleted, at the time in the text.
    Deleted(Box<str>),
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
    /// It hands a role over to a service.
    PassedTo(Box<str>),
    /// When it is made, on the clock of the world.
    At(Box<str>),
    /// The external ID that it passes, or that it passes none.
    ExternalId(Option<Box<str>>),
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
    /// A version of a customer managed policy.
    Version {
        /// The policy.
        policy: Box<str>,
        /// The number of the version.
        number: usize,
        /// Whether it is the default version.
        is_default: bool,
        /// The document.
        document: Box<str>,
    },
    /// A customer managed policy is attached.
    Attached {
        /// The policy.
        policy: Box<str>,
        /// To whom.
        holder: Holder,
    },
    /// A user has taken temporary credentials for somebody else, with a session policy.
    Federated {
        /// The user.
        user: Box<str>,
        /// What the session is called.
        name: Box<str>,
        /// When, as text of a time.
        issued: Box<str>,
        /// The policy that was passed.
        document: Box<str>,
    },
    /// A session tag was passed, with the key `project`.
    PassedTag {
        /// The session.
        session: Box<str>,
        /// The value.
        project: Box<str>,
        /// Whether it goes on in a chain.
        is_transitive: bool,
    },
    /// A source identity was passed.
    SourceIdentity {
        /// The session.
        session: Box<str>,
        /// The source identity.
        name: Box<str>,
    },
    /// A role has a tag with the key `project`.
    RoleTag {
        /// The role.
        role: Box<str>,
        /// The value.
        project: Box<str>,
    },
    /// Whether a user has a tag with the key `project`.
    UserTag {
        /// The user.
        user: Box<str>,
        /// The value.
        project: Option<Box<str>>,
    },
    /// An object is there, and whether it has a tag with the key `project`.
    ObjectTag {
        /// `payroll-may/may.csv`
        object: Box<str>,
        /// The value.
        project: Option<Box<str>>,
    },
    /// An instance was launched with a role in a profile.
    Instance {
        /// The name tag of the instance.
        name: Box<str>,
        /// The profile.
        profile: Box<str>,
        /// The role in it.
        role: Box<str>,
        /// Who launched it.
        by: Box<str>,
    },
    /// A user has a password for the console.
    Password {
        /// The user.
        user: Box<str>,
    },
    /// Whether IAM users and roles come to billing.
    Billing {
        /// The account.
        account: AccountId,
        /// Whether they do.
        is_open: bool,
    },
    /// For how many seconds authorization does not see a change.
    Delay {
        /// In seconds.
        seconds: u32,
    },
    /// A policy was put on a user.
    PutLater {
        /// The user.
        user: Box<str>,
        /// When, as text of a time.
        at: Box<str>,
        /// The document.
        document: Box<str>,
    },
    /// The policy of a user was taken away.
    TakenLater {
        /// The user.
        user: Box<str>,
        /// When, as text of a time.
        at: Box<str>,
    },
    /// For how long sessions of a role may be taken.
    MaxDuration {
        /// The role.
        role: Box<str>,
        /// In seconds.
        seconds: u32,
    },
    /// An access key of a user, one of several, and what became of it.
    Key {
        /// The user.
        user: Box<str>,
        /// Which one, from 1, in the order in which they were made.
        nth: usize,
        /// What became of it.
        state: KeyState,
    },
    /// A user has got temporary credentials by `sts:GetSessionToken`.
    UserSession {
        /// The user.
        user: Box<str>,
        /// When, as text of a time.
        issued: Box<str>,
        /// For how many seconds.
        seconds: u32,
        /// Whether a code of an MFA device was shown.
        has_mfa: bool,
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
    /// A KMS key, and its key policy.
    KmsKey {
        /// Its alias.
        key: Box<str>,
        /// The document.
        document: Box<str>,
    },
    /// An object lies under a KMS key.
    Encrypted {
        /// `payroll-may/may.csv`
        object: Box<str>,
        /// The alias of the key.
        key: Box<str>,
    },
    /// A grant of a KMS key.
    KmsGrant {
        /// What it is called.
        name: Box<str>,
        /// The alias of the key.
        key: Box<str>,
        /// Who may use the key.
        grantee: Holder,
        /// For what: `Decrypt`.
        operation: Box<str>,
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
    /// Somebody has become a session of a role.
    Session {
        /// Who: a user, or the session of another role.
        by: Actor,
        /// The role.
        role: Box<str>,
        /// What the session is called.
        session: Box<str>,
        /// When it was issued, as text of a time.
        issued: Box<str>,
        /// How long it lasts.
        lasting: Lasting,
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
    /// A resource control policy. Beside it `RCPFullAWSAccess` is attached at every level.
    Rcp {
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
