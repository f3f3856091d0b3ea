//! A lesson as the browser reads it.

use super::attempt::Attempt;
use super::goal::{Goal, Reason};
use super::prose::Prose;
use super::status::{Status, all_met, status};
use crate::api::{Sandbox, Scenario};
use crate::ordered;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// One lesson or lab.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Lesson {
    /// `L15`, `X03`
    pub id: Box<str>,
    /// The part of the course that it belongs to.
    pub unit: Unit,
    /// About how long it takes.
    pub minutes: u32,
    /// Whether the learner may change the world; if not, only ask.
    pub builds: bool,
    /// The world with what the lesson sets up in it, and the sentence that it opens with.
    pub scenario: Scenario,
    /// Lessons that are best done before.
    #[serde(default)]
    pub requires: Vec<Box<str>>,
    /// Statements of the coverage table that it shows.
    #[serde(default)]
    pub claims: Vec<Box<str>>,
    /// Myth cards that belong to it.
    #[serde(default)]
    pub cards: Vec<Box<str>>,
    /// Rules that it rests on.
    #[serde(default)]
    pub rules: Vec<Box<str>>,
    /// Exam tasks that it prepares for.
    #[serde(default)]
    pub exam: Vec<Box<str>>,
    /// What is to be reached.
    pub goals: Vec<LessonGoal>,
    /// What may become possible besides, because it is meant so: `can` lines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub meant: Vec<Goal>,
    /// What may be picked where a goal asks for an answer.
    #[serde(default)]
    pub picks: Vec<Pick>,
    /// A script that reaches all goals.
    pub solution: Box<str>,
    /// Scripts that reach all goals as well; only for checking.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<Box<str>>,
    /// Scripts that do not; only for checking.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wrong: Vec<WrongScript>,
    /// The texts.
    pub prose: Translations,
}

/// A part of the course.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Requests, users, groups, keys, the root user.
    Foundations,
    /// The policy language.
    Language,
    /// Roles and temporary credentials.
    Roles,
    /// Across accounts.
    Accounts,
    /// Federation, and roles outside AWS.
    Outside,
    /// Boundaries, organizations, tags.
    Guardrails,
    /// Trails, least privilege, incidents.
    Operate,
    /// Break-and-fix labs.
    Labs,
}

/// The halves of a lab. The world stays as the attack left it: what it did is mended too.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Phase {
    /// The flaw is shown by requests.
    Break,
    /// It is mended, and the jobs still get done.
    Fix,
}

/// A goal with what helps to reach it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LessonGoal {
    /// By which prose and scripts name it.
    pub id: Box<str>,
    /// The promise.
    pub line: Goal,
    /// The half of a lab that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phase: Option<Phase>,
    /// Statements of the coverage table that it shows.
    #[serde(default)]
    pub shows: Vec<Box<str>>,
    /// Hints, the particular ones before those that always fit.
    #[serde(default)]
    pub hints: Vec<HintSet>,
}

/// Three hints that belong together.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HintSet {
    /// By which the prose names it.
    pub id: Box<str>,
    /// Where the line must have stopped, or a line that must hold; none if it always fits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
}

/// Where a line stopped, or what stands in its way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum When {
    /// It speaks of what is not there yet.
    NotYet,
    /// A request was decided for this reason.
    Because(Reason),
    /// This line holds, with which the goal is harder to reach or cannot be reached any more.
    Holds(Goal),
}

impl When {
    /// Reads `notyet`, what stands after `because` in a line, or a line.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text == "notyet" {
            return Some(Self::NotYet);
        }
        Reason::parse(text).map(Self::Because).or_else(|| Goal::parse(text).ok().map(Self::Holds))
    }
}

impl Serialize for When {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::NotYet => serializer.serialize_str("notyet"),
            Self::Because(reason) => serializer.collect_str(reason),
            Self::Holds(line) => serializer.collect_str(line),
        }
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("`{text}` is no reason and no line")))
    }
}

/// What may be picked for an answer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Pick {
    /// The name of the answer.
    pub name: Box<str>,
    /// What there is to choose from.
    pub options: Vec<Box<str>>,
    /// The right one, where a goal counts right answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub right: Option<Box<str>>,
}

/// The number, from 1, of the event on record that an option stands for, `event-12`; it needs no label.
#[must_use]
pub fn event_of(option: &str) -> Option<usize> {
    option.strip_prefix("event-")?.parse().ok()
}

/// A script that must leave a goal unmet.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrongScript {
    /// The script.
    pub lines: Box<str>,
    /// The id of the goal.
    pub fails: Box<str>,
}

/// The texts of a lesson in the languages that there are.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Translations {
    /// English
    pub en: Prose,
    /// Spanish
    pub es: Prose,
}

impl Lesson {
    /// The lesson with nothing done yet.
    #[must_use]
    pub fn begin(&self) -> Attempt {
        let mut attempt = Attempt::new(Sandbox::new(self.scenario.clone()));
        let right = self.picks.iter().filter_map(|pick| Some((pick.name.clone(), pick.right.clone()?)));
        attempt.key = ordered::map(right);
        attempt
    }

    /// How each goal stands, in order. Lines that hold from the start count only when all others are met.
    #[must_use]
    pub fn standing(&self, attempt: &Attempt) -> Vec<Status> {
        self.goals.iter().map(|goal| status(&goal.line, attempt)).collect()
    }

    /// Whether every goal is met.
    #[must_use]
    pub fn is_solved(&self, attempt: &Attempt) -> bool {
        all_met(&self.standing(attempt))
    }

    /// The goal with that id.
    #[must_use]
    pub fn goal(&self, id: &str) -> Option<&LessonGoal> {
        self.goals.iter().find(|goal| *goal.id == *id)
    }
}
