//! What is wrong with a file, and what it does not tell.

use crate::arn::{AccountId, Arn};
use crate::policy::Finding;

/// One of the four lists of an account's authorization details.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum List {
    /// `Policies`: managed policies, those of AWS as far as they are attached.
    Policies,
    /// `GroupDetailList`
    Groups,
    /// `RoleDetailList`
    Roles,
    /// `UserDetailList`
    Users,
}

impl List {
    /// All, in the order in which they are taken over: nothing refers to what comes after it.
    pub const ALL: [Self; 4] = [Self::Policies, Self::Groups, Self::Roles, Self::Users];

    /// The name of the member.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Policies => "Policies",
            Self::Groups => "GroupDetailList",
            Self::Roles => "RoleDetailList",
            Self::Users => "UserDetailList",
        }
    }
}

/// Where something stands.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Place {
    /// The name of the file.
    pub file: Box<str>,
    /// From 1: the line in which the entry of the list begins.
    pub line: usize,
    /// `UserDetailList[3].UserPolicyList[0].PolicyDocument`; positions count from 0, as JMESPath does.
    pub path: String,
}

/// Why nothing at all is taken over.
#[derive(Clone, PartialEq, Debug)]
pub enum ImportError {
    /// More than [`Importer::MAX_BYTES`](super::Importer::MAX_BYTES) altogether.
    TooLarge,
    /// The text of a file is no JSON.
    Syntax {
        /// The name of the file.
        file: Box<str>,
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
        /// What a reader of JSON says.
        message: String,
    },
    /// JSON that is something else.
    NotDetails {
        /// The name of the file.
        file: Box<str>,
        /// Members that it has, the first few.
        members: Vec<Box<str>>,
    },
    /// There is nothing in the lists.
    Empty,
    /// The files are of two accounts.
    TwoAccounts {
        /// That of the first entry.
        first: AccountId,
        /// Another one.
        other: AccountId,
        /// Where that stands.
        place: Place,
    },
    /// The account is of another partition than `aws`, of which nothing is known here.
    Partition {
        /// For example `aws-cn`.
        partition: Box<str>,
        /// Where it stands.
        place: Place,
    },
}

/// Something that was left out.
#[derive(Clone, PartialEq, Debug)]
pub struct Problem {
    /// Where it stands.
    pub place: Place,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// What is wrong with an entry of a list, or a part of one.
#[derive(Clone, PartialEq, Debug)]
pub enum ProblemKind {
    /// A member is missing.
    Missing,
    /// Another type of JSON value is wanted here: the English word of it, as `string`.
    WrongType(&'static str),
    /// No ARN of such an entity.
    BadArn(Box<str>),
    /// IAM does not take such a name.
    BadName(Box<str>),
    /// There was one of that name before.
    Twice(Box<str>),
    /// A policy that cannot be read, with the first that is wrong with it.
    Document(Option<Finding>),
    /// The file has no group of that name.
    NoGroup(Box<str>),
    /// Neither the file nor the catalog has the document of that policy.
    NoPolicy(Arn),
}

/// What the files do not tell.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Absence {
    /// A list is not there at all, as after `--filter`.
    List(List),
    /// There are more pages than were given.
    Pages,
    /// SCPs and RCPs, and whether there is an organization.
    OrganizationPolicies,
    /// Policies and tags of buckets, keys, queues and the like.
    ResourcePolicies,
    /// Passwords, MFA devices, rules for passwords.
    Passwords,
    /// Access keys.
    AccessKeys,
    /// Sessions under way.
    Sessions,
    /// How long sessions of roles may be; descriptions of roles.
    RoleSettings,
    /// Identity providers.
    Providers,
    /// Tags of managed policies.
    PolicyTags,
}

impl Absence {
    /// What no such file tells.
    pub const ALWAYS: [Self; 8] = [
        Self::OrganizationPolicies,
        Self::ResourcePolicies,
        Self::Passwords,
        Self::AccessKeys,
        Self::Sessions,
        Self::RoleSettings,
        Self::Providers,
        Self::PolicyTags,
    ];
}

/// How many of each were taken over.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    /// Users.
    pub users: usize,
    /// Groups.
    pub groups: usize,
    /// Roles.
    pub roles: usize,
    /// Managed policies of the account.
    pub policies: usize,
    /// Managed policies of AWS that somebody holds.
    pub aws_policies: usize,
    /// Instance profiles.
    pub instance_profiles: usize,
}

/// What came of reading the files.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Report {
    /// What is there.
    pub counts: Counts,
    /// What was left out, in the order of the files' lists.
    pub problems: Vec<Problem>,
    /// What the files do not tell.
    pub absences: Vec<Absence>,
}
