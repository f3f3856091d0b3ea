//! What a line may count or read of the world and of what was done.

use super::{Duration, Who};

/// A thing of the world.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Thing {
    /// The account, the first one if none is named.
    pub account: Option<Box<str>>,
    /// Of what kind.
    pub kind: ThingKind,
    /// Its name, or a pattern; empty for the root user.
    pub name: Box<str>,
}

/// What kind of thing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ThingKind {
    /// A managed policy.
    Policy,
    /// A role with its policies and its trust policy.
    Role,
    /// A role's trust policy.
    Trust,
    /// A user.
    User,
    /// A group.
    Group,
    /// A bucket with all that is set on it.
    Bucket,
    /// A bucket policy.
    BucketPolicy,
    /// A service control policy, by name.
    Scp,
    /// A resource control policy, by name.
    Rcp,
    /// A key policy, by an alias of the key.
    KeyPolicy,
    /// An instance.
    Instance,
    /// The root user.
    Root,
    /// All users, groups, roles and policies of all accounts.
    Anything,
}

impl ThingKind {
    /// All, with their words.
    pub const ALL: [(Self, &'static str); 13] = [
        (Self::Anything, "*"),
        (Self::Policy, "policy"),
        (Self::Role, "role"),
        (Self::Trust, "trust"),
        (Self::User, "user"),
        (Self::Group, "group"),
        (Self::Bucket, "bucket"),
        (Self::BucketPolicy, "bucket-policy"),
        (Self::Scp, "scp"),
        (Self::Rcp, "rcp"),
        (Self::KeyPolicy, "key-policy"),
        (Self::Instance, "instance"),
        (Self::Root, "root"),
    ];
}

/// Something that is read of one thing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Property {
    /// Names of the managed policies on it.
    Attached,
    /// Names of its inline policies.
    Inline,
    /// Names of the groups of a user.
    Groups,
    /// Names of the users of a group.
    Members,
    /// The name of its permissions boundary.
    Boundary,
    /// The number of versions of a policy.
    Versions,
    /// The version of a policy that holds.
    DefaultVersion,
    /// Whether it is there.
    Exists,
    /// Whether Block Public Access lets public access through.
    PublicAccess,
    /// The longest session of a role.
    MaxSession,
    /// The number of access keys of a user or the root user.
    Keys,
    /// The age of the oldest access key of a user or the root user.
    KeyAge,
    /// Whether a user has a password.
    Login,
    /// The account that owns it.
    Owner,
    /// The number of MFA devices.
    Mfa,
    /// The number of long-term keys that lie on an instance.
    StoredKeys,
    /// Whether the metadata service of an instance wants a token, as version 2 does.
    TokenRequired,
}

impl Property {
    /// All, with their words.
    pub const ALL: [(Self, &'static str); 17] = [
        (Self::Attached, "attached"),
        (Self::Inline, "inline"),
        (Self::Groups, "groups"),
        (Self::Members, "members"),
        (Self::Boundary, "boundary"),
        (Self::Versions, "versions"),
        (Self::DefaultVersion, "default-version"),
        (Self::Exists, "exists"),
        (Self::PublicAccess, "public-access"),
        (Self::MaxSession, "max-session"),
        (Self::Keys, "keys"),
        (Self::KeyAge, "key-age"),
        (Self::Login, "login"),
        (Self::Owner, "owner"),
        (Self::Mfa, "mfa"),
        (Self::StoredKeys, "stored-keys"),
        (Self::TokenRequired, "token-required"),
    ];
}

/// What can be counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Countable {
    /// Users of the account.
    Users,
    /// Groups of the account.
    Groups,
    /// Roles of the account.
    Roles,
    /// Customer managed policies of the account.
    Policies,
    /// Buckets of the account.
    Buckets,
    /// Long-term access keys.
    Keys,
    /// Sessions that live.
    Sessions,
    /// Instances that were not terminated, of a role those whose profile has it.
    Instances,
    /// Statements.
    Statements,
    /// Statements that allow.
    Allow,
    /// Statements that deny.
    Deny,
    /// Statements with `NotAction`.
    NotAction,
    /// Statements with `NotPrincipal`.
    NotPrincipal,
    /// Statements with `NotResource`.
    NotResource,
}

impl Countable {
    /// All, with their words.
    pub const ALL: [(Self, &'static str); 14] = [
        (Self::Users, "users"),
        (Self::Groups, "groups"),
        (Self::Roles, "roles"),
        (Self::Policies, "policies"),
        (Self::Buckets, "buckets"),
        (Self::Keys, "keys"),
        (Self::Sessions, "sessions"),
        (Self::Instances, "instances"),
        (Self::Statements, "statements"),
        (Self::Allow, "Allow"),
        (Self::Deny, "Deny"),
        (Self::NotAction, "NotAction"),
        (Self::NotPrincipal, "NotPrincipal"),
        (Self::NotResource, "NotResource"),
    ];
}

/// An element of a statement that holds patterns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Element {
    /// `Action`
    Action,
    /// `Resource`
    Resource,
}

impl Element {
    /// Both, with their words.
    pub const ALL: [(Self, &'static str); 2] = [(Self::Action, "Action"), (Self::Resource, "Resource")];
}

/// A rule of the password policy.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PasswordRule {
    /// How many characters a password has at least.
    MinimumLength,
    /// Whether there must be a capital letter.
    Uppercase,
    /// Whether there must be a small letter.
    Lowercase,
    /// Whether there must be a digit.
    Number,
    /// Whether there must be one of the symbols.
    Symbol,
    /// Whether users may change their own password.
    Change,
    /// How old a password may become; `no` if as old as you like.
    MaxAge,
    /// How many passwords may not be used again.
    Reuse,
}

impl PasswordRule {
    /// All, with their words.
    pub const ALL: [(Self, &'static str); 8] = [
        (Self::MinimumLength, "minimum-length"),
        (Self::Uppercase, "uppercase"),
        (Self::Lowercase, "lowercase"),
        (Self::Number, "number"),
        (Self::Symbol, "symbol"),
        (Self::Change, "change"),
        (Self::MaxAge, "max-age"),
        (Self::Reuse, "reuse"),
    ];
}

/// What is counted or read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Metric {
    /// Of one thing, or of all that fit its name.
    Of(Property, Thing),
    /// How many there are.
    Count(Countable, Option<Thing>),
    /// A rule of the account's password policy.
    PasswordPolicy(PasswordRule),
    /// Patterns with wildcards in Allow statements that were written since the start.
    Wildcards(Element),
    /// Statements in documents that were written since the start.
    Statements,
    /// Statements with `NotAction` that were written since the start.
    NotAction,
    /// Calls and questions since the start.
    Calls,
    /// Those of them that failed.
    FailedCalls,
    /// Minutes since the start.
    Minutes,
    /// Requests of somebody that were denied.
    Denied(Who),
    /// Actions that somebody is allowed and never used.
    UnusedActions(Who),
}

impl Metric {
    /// The words that a metric may begin with beside those of [`Property::ALL`].
    pub const WORDS: [&str; 9] = [
        "count",
        "wildcards",
        "statements",
        "not-action",
        "calls",
        "failed-calls",
        "minutes",
        "denied",
        "unused-actions",
    ];
}

/// How two values compare.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Comparison {
    /// `=`
    Equal,
    /// `!=`
    NotEqual,
    /// `<=`
    AtMost,
    /// `>=`
    AtLeast,
    /// `<`
    Less,
    /// `>`
    More,
}

impl Comparison {
    /// All, with their signs, longer signs first.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::NotEqual, "!="),
        (Self::AtMost, "<="),
        (Self::AtLeast, ">="),
        (Self::Equal, "="),
        (Self::Less, "<"),
        (Self::More, ">"),
    ];

    /// Whether an ordering is one that the sign stands for.
    #[must_use]
    pub fn holds(self, ordering: std::cmp::Ordering) -> bool {
        match self {
            Self::Equal => ordering.is_eq(),
            Self::NotEqual => ordering.is_ne(),
            Self::AtMost => ordering.is_le(),
            Self::AtLeast => ordering.is_ge(),
            Self::Less => ordering.is_lt(),
            Self::More => ordering.is_gt(),
        }
    }
}

/// What a metric is compared with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value {
    /// A number; of names, how many.
    Number(u32),
    /// A span of time.
    Duration(Duration),
    /// Just these names.
    Names(Vec<Box<str>>),
    /// `yes` or `no`
    YesNo(bool),
    /// One name.
    Name(Box<str>),
}

/// One statement about the world.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Predicate {
    /// What is counted or read.
    pub metric: Metric,
    /// How it compares.
    pub comparison: Comparison,
    /// With what.
    pub value: Value,
}
