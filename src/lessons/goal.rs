#![doc = include_str!("GRAMMAR.md")]

mod cursor;
mod error;
mod metric;
mod parse;
mod parse_pattern;
mod parse_state;
mod parse_who;
mod print;
mod reason;

pub use error::{Expected, GoalError, GoalProblem};
pub use metric::{Comparison, Countable, Element, Metric, PasswordRule, Predicate, Property, Thing, ThingKind, Value};
pub use reason::{AccountSide, Layer, Reason, ReasonKind};

use crate::clock::Timestamp;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// One promise.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Goal {
    /// It is allowed.
    Can(Access),
    /// It is not allowed.
    Cannot(Access),
    /// Several of the two above, each of them.
    Every(Vec<Goal>),
    /// These happened, in this order.
    Saw(Vec<Pattern>),
    /// These happened, in this order, and between the first and the last of them that did not.
    SawWithout(Vec<Pattern>, Pattern),
    /// This did not happen.
    Never(Pattern),
    /// The world is like that.
    State(Vec<Predicate>),
    /// These are as they were.
    Keep(Vec<Thing>),
    /// No more than so many.
    Budget {
        /// Of what.
        metric: Metric,
        /// How many.
        at_most: u32,
    },
    /// The learner said so.
    Answer {
        /// What was asked.
        name: Box<str>,
        /// The right answer, or how many.
        wanted: Wanted,
        /// What must have happened for the answer to count.
        after: Vec<Pattern>,
    },
}

/// What `can` and `cannot` are about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Access {
    /// Who asks.
    pub who: Who,
    /// `prefix:Name`
    pub action: Box<str>,
    /// As written.
    pub resource: Box<str>,
    /// Under which circumstances.
    pub facts: Vec<Fact>,
    /// When, if not now.
    pub at: Option<Moment>,
    /// What decides.
    pub because: Option<Reason>,
}

/// A moment of the simulated clock.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Moment {
    /// At midnight of a day, which prints as the day.
    Day(Timestamp),
    /// At that time.
    At(Timestamp),
    /// So long after the start.
    After(Duration),
}

/// A span of time as it was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Duration {
    /// How many.
    pub count: u32,
    /// Of what.
    pub unit: TimeUnit,
}

impl Duration {
    /// In seconds.
    #[must_use]
    pub fn seconds(self) -> i64 {
        i64::from(self.count) * self.unit.seconds()
    }
}

/// What time is counted in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TimeUnit {
    /// `s`
    Seconds,
    /// `m`
    Minutes,
    /// `h`
    Hours,
    /// `d`
    Days,
}

impl TimeUnit {
    const ALL: [(Self, char, i64); 4] =
        [(Self::Seconds, 's', 1), (Self::Minutes, 'm', 60), (Self::Hours, 'h', 3_600), (Self::Days, 'd', 86_400)];

    fn seconds(self) -> i64 {
        Self::ALL.into_iter().find(|(unit, ..)| *unit == self).map_or(1, |(_, _, seconds)| seconds)
    }

    fn letter(self) -> char {
        Self::ALL.into_iter().find(|(unit, ..)| *unit == self).map_or('s', |(_, letter, _)| letter)
    }
}

/// Somebody, as a goal names them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Who {
    /// Anybody; in patterns only.
    Anybody,
    /// A user.
    User(Box<str>),
    /// The root user of an account, of the first one if none is named.
    Root(Option<Box<str>>),
    /// A session of a role.
    Session {
        /// The role, perhaps with an account before it or the name of the session after it.
        role: Box<str>,
        /// Whose session.
        by: Option<Box<Who>>,
        /// The name of a managed policy that was passed.
        policy: Option<Box<str>>,
        /// Whether it was there at the start.
        is_older: bool,
    },
    /// Every session that descends from a key that a user had at the start.
    Descendants(Box<str>),
    /// Somebody whom a user federates.
    Federated(Box<str>),
    /// Somebody of the directory of IAM Identity Center, with what the access portal offers in an account.
    Portal(Box<str>),
    /// A session in which somebody stays who they are.
    Token {
        /// Who.
        who: Box<Who>,
        /// Whether a second factor was shown.
        has_mfa: bool,
    },
    /// An AWS service in its own name.
    Service(Box<str>),
    /// A session of a service-linked role.
    ServiceLinkedRole(Box<str>),
    /// A session of a role that is made when the question is asked.
    Fresh(Box<str>),
    /// A program that runs by itself.
    App(Box<str>),
    /// Somebody who shows a provider's token.
    Subject {
        /// ARN, address, or `saml-provider/x` of the first account.
        provider: Box<str>,
        /// What the token says.
        claims: Vec<(Box<str>, Box<str>)>,
    },
    /// Nobody.
    Anonymous,
    /// Somebody with particular credentials, or under particular circumstances.
    With {
        /// Who.
        who: Box<Who>,
        /// With which credentials.
        credentials: Option<CredentialKind>,
        /// Under which circumstances.
        facts: Vec<Fact>,
    },
}

/// What a user signs with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CredentialKind {
    /// A long-term access key.
    Key,
    /// What signing in to the console gives.
    Console,
    /// What `GetSessionToken` gives.
    Token,
}

impl CredentialKind {
    /// All, with their words.
    pub const ALL: [(Self, &'static str); 3] = [(Self::Key, "key"), (Self::Console, "console"), (Self::Token, "token")];
}

/// A circumstance of a request.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fact {
    /// A short word for a condition key, with its value if it takes one.
    Short(ShortFact, Box<str>),
    /// A condition key with its value.
    One(Box<str>, Box<str>),
    /// A condition key with several values.
    Many(Box<str>, Vec<Box<str>>),
    /// A condition key that is not there.
    Absent(Box<str>),
}

/// Circumstances that have a short word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ShortFact {
    /// The public address.
    Ip,
    /// Over TLS.
    Tls,
    /// Not over TLS.
    NoTls,
    /// With a second factor.
    Mfa,
    /// Signed in without a second factor.
    NoMfa,
    /// To an endpoint of this Region.
    Region,
    /// Made by a service on somebody's behalf.
    Via,
    /// Of `ListBucket`.
    Prefix,
    /// Through this VPC endpoint.
    Endpoint,
    /// Of `AssumeRole`.
    ExternalId,
}

impl ShortFact {
    /// All, with their words, and whether they take a value.
    pub const ALL: [(Self, &'static str, bool); 10] = [
        (Self::Ip, "ip", true),
        (Self::Tls, "tls", false),
        (Self::NoTls, "no-tls", false),
        (Self::Mfa, "mfa", false),
        (Self::NoMfa, "no-mfa", false),
        (Self::Region, "region", true),
        (Self::Via, "via", true),
        (Self::Prefix, "prefix", true),
        (Self::Endpoint, "vpce", true),
        (Self::ExternalId, "external-id", true),
    ];
}

/// Something that happened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Pattern {
    /// A request was decided.
    Decided {
        /// With yes.
        is_allowed: bool,
        /// Whose.
        who: Who,
        /// For what.
        action: Box<str>,
        /// On what.
        resource: Option<Box<str>>,
        /// Under which circumstances.
        facts: Vec<Fact>,
        /// What decided.
        because: Option<Reason>,
    },
    /// Nobody was authenticated.
    NotAuthenticated {
        /// Who would have been.
        who: Who,
        /// AWS's error.
        code: Option<Box<str>>,
        /// What was asked for.
        action: Option<Box<str>>,
        /// On what.
        resource: Option<Box<str>>,
    },
    /// A trail has a record of a request.
    Recorded {
        /// Whose.
        who: Who,
        /// For what.
        action: Box<str>,
        /// On what.
        resource: Option<Box<str>>,
    },
    /// A call failed.
    Failed {
        /// AWS's error.
        code: Box<str>,
        /// Of which call.
        operation: Option<Box<str>>,
        /// With what in its request.
        fields: Vec<FieldTest>,
        /// Whose.
        by: Option<Who>,
    },
    /// A call succeeded.
    Done {
        /// Which.
        operation: Box<str>,
        /// With what in its request.
        fields: Vec<FieldTest>,
        /// Whose.
        by: Option<Who>,
    },
    /// Somebody signed in, or failed to.
    SignIn {
        /// Who.
        who: Who,
        /// Whether it worked.
        is_ok: bool,
        /// Why not.
        code: Option<Box<str>>,
    },
    /// A thing was changed by a call.
    Changed(Thing),
}

/// What is wanted of a field of a call's request.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FieldTest {
    /// AWS's name; dots lead to what is inside.
    pub field: Box<str>,
    /// How it compares.
    pub comparison: Comparison,
    /// With what; a pattern.
    pub value: Box<str>,
}

/// What an answer must be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Wanted {
    /// This.
    Value(Box<str>),
    /// These, and no others.
    Values(Vec<Box<str>>),
    /// Of the answers `name.1` … `name.m`, at least so many right ones.
    AtLeast {
        /// How many.
        right: u32,
        /// Of how many.
        of: u32,
    },
}

impl Goal {
    /// Reads a line.
    ///
    /// Errors: the first place where the line is not of the language.
    pub fn parse(line: &str) -> Result<Self, GoalError> {
        parse::goal(line)
    }

    /// Whether the line holds until it is broken, so that it counts only when all others are met.
    #[must_use]
    pub fn holds_from_the_start(&self) -> bool {
        matches!(self, Self::Never(_) | Self::Keep(_) | Self::Budget { .. })
    }
}

impl Serialize for Goal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Goal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let line = String::deserialize(deserializer)?;
        Self::parse(&line).map_err(|_| serde::de::Error::custom(format!("`{line}` is no goal")))
    }
}
