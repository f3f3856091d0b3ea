//! One question to practise with: its world, what is asked, what may be answered, and what is right.
//!
//! What is right was said by the evaluator when the item was made, and is said again when it is reviewed.

use super::act::{Act, credentials, opened};
use super::fact::{Actor, Circumstance, Fact};
use super::reader::Reader;
use super::topic::Topic;
use super::twist::Twist;
use crate::api::{Answer, Question, Sandbox, Scenario};
use crate::cli;
use crate::eval::{ContextValue, Decision, Station};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt;

/// What an item is called. The same id stands for the same item for ever: a template that changes what it
/// makes gets a new version.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ItemId {
    /// The template.
    pub template: Box<str>,
    /// The version of the template.
    pub version: u16,
    /// What names, twists and order follow from.
    pub seed: u64,
}

/// `bucket-or-object.1.00000000000000ff`
impl fmt::Display for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{:016x}", self.template, self.version, self.seed)
    }
}

impl std::str::FromStr for ItemId {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const EXPECTED: &str = "template, version and seed are expected, `bucket-or-object.1.00000000000000ff`";
        let mut parts = text.splitn(3, '.');
        let (Some(template), Some(version), Some(seed)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(EXPECTED);
        };
        let id = Self {
            template: template.into(),
            version: version.parse().map_err(|_| EXPECTED)?,
            seed: u64::from_str_radix(seed, 16).map_err(|_| EXPECTED)?,
        };
        if id.to_string() == text { Ok(id) } else { Err(EXPECTED) }
    }
}

/// What the learner does with an item.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ItemKind {
    /// E1: predict the verdict of one request, and what decides it.
    Predict,
    /// E4: tick everybody who may do something.
    WhoCan,
}

/// What decides a request: the policies of one station, or both accounts together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Place {
    /// Service control policies.
    Scp,
    /// The bucket policy, or the trust policy.
    Resource,
    /// Identity-based policies.
    Identity,
    /// The permissions boundary.
    PermissionsBoundary,
    /// The session policy.
    Session,
    /// The caller's identity policies and the resource's policy, of which both must say yes.
    BothAccounts,
}

impl Place {
    /// Every place, in the order of the stations.
    pub const ALL: [Self; 6] =
        [Self::Scp, Self::Resource, Self::Identity, Self::PermissionsBoundary, Self::Session, Self::BothAccounts];

    /// The station on the rail; none where two decide.
    #[must_use]
    pub const fn station(self) -> Option<Station> {
        match self {
            Self::Scp => Some(Station::Scp),
            Self::Resource => Some(Station::Resource),
            Self::Identity => Some(Station::Identity),
            Self::PermissionsBoundary => Some(Station::PermissionsBoundary),
            Self::Session => Some(Station::Session),
            Self::BothAccounts => None,
        }
    }
}

/// What may be predicted, in the order in which it is offered.
pub const VERDICTS: [Decision; 3] = [Decision::Allowed, Decision::ImplicitDeny, Decision::ExplicitDeny];

/// What is right.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Right {
    /// This verdict, decided there.
    Predict(Decision, Place),
    /// These may, and nobody else of those who are asked about.
    WhoCan(BTreeSet<Actor>),
}

/// What is asked of everybody who is asked about.
#[derive(Clone, PartialEq, Debug)]
pub struct Asked {
    /// Who: one for a prediction, several for who may.
    pub who: Vec<Actor>,
    /// `prefix:Name`
    pub action: Box<str>,
    /// An ARN, `*`, or `key/` and the alias of a KMS key, whose id is not known before there is a world.
    pub resource: Box<str>,
    /// What else there is to know about the request.
    pub circumstances: Vec<Circumstance>,
}

/// One question to practise with.
#[derive(Clone, PartialEq, Debug)]
pub struct Item {
    /// Its name.
    pub id: ItemId,
    /// What the learner does.
    pub kind: ItemKind,
    /// The lesson that teaches it.
    pub topic: Topic,
    /// The world that it is about, before anybody took a session.
    pub scenario: Scenario,
    /// What the learner is shown of the world, in the order in which it is read.
    pub facts: Vec<Fact>,
    /// What is asked.
    pub asked: Asked,
    /// What was twisted, for the review.
    pub twists: Vec<Twist>,
    /// Readers who would have gone wrong, for the review.
    pub misled: Vec<Reader>,
    pub(super) acts: Vec<Act>,
    pub(super) right: Right,
}

impl Item {
    /// What is right. Who shows it before an answer is given spoils the item.
    #[must_use]
    pub fn right(&self) -> &Right {
        &self.right
    }

    /// The world in which the item asks, sessions and clock included.
    #[must_use]
    pub fn sandbox(&self) -> Sandbox {
        opened(Sandbox::new(self.scenario.clone()), &self.acts).unwrap_or_else(|| Sandbox::new(self.scenario.clone()))
    }

    /// The question about one of those who are asked about, as the front door takes it.
    #[must_use]
    pub fn question(&self, sandbox: &Sandbox, who: &Actor) -> Option<Question> {
        question(sandbox, &self.asked, who)
    }

    /// The answers of the evaluator, one for each who is asked about, with their traces.
    #[must_use]
    pub fn answers(&self) -> Vec<Answer> {
        let sandbox = self.sandbox();
        self.asked.who.iter().filter_map(|who| Some(sandbox.preview(&self.question(&sandbox, who)?))).collect()
    }
}

pub(super) fn question(sandbox: &Sandbox, asked: &Asked, who: &Actor) -> Option<Question> {
    let home = sandbox.scenario().accounts.first()?.id;
    let resource = match asked.resource.starts_with("key/") {
        true => cli::resource(sandbox.world(), home, &asked.resource).ok()?.arn,
        false => asked.resource.clone(),
    };
    let mut question = Question::new(credentials(sandbox, who)?, &asked.action, &resource);
    for circumstance in &asked.circumstances {
        let (key, value) = match circumstance {
            Circumstance::SourceIp(address) => {
                question.environment.source_ip = address.clone();
                continue;
            }
            // These are so without being made so.
            Circumstance::Tls | Circumstance::LongTermKey | Circumstance::At(_) | Circumstance::ExternalId(None) => {
                continue;
            }
            Circumstance::NoTls => ("aws:SecureTransport", "false"),
            Circumstance::ExternalId(Some(id)) => ("sts:ExternalId", &**id),
            Circumstance::Prefix(prefix) => ("s3:prefix", &**prefix),
            Circumstance::PassedTo(service) => ("iam:PassedToService", &**service),
            Circumstance::Region(region) => ("aws:RequestedRegion", &**region),
        };
        question.environment.overrides.insert(key.into(), Some(ContextValue::One(value.into())));
    }
    Some(question)
}
