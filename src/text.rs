//! Facts to sentences, in English and Spanish.
//!
//! The layers below hand over facts; here each becomes a sentence through a `match` that the
//! compiler checks for completeness in both languages. What AWS itself says (error messages, JSON)
//! is not translated and does not come from here. Nothing here changes or decides anything.

mod cells;
mod cells_en;
mod cells_es;
mod check;
mod code;
mod considered;
mod disputes_en;
mod disputes_es;
mod en;
mod es;
mod exchange;
mod exchange_en;
mod exchange_es;
mod explain;
mod facts;
mod failures_en;
mod failures_es;
mod faults;
mod faults_en;
mod faults_es;
mod findings_en;
mod findings_es;
mod gate;
mod goals_en;
mod goals_es;
mod ladder;
mod named;
pub mod practice;
mod rules_en;
mod rules_es;
mod sides;
mod sides_en;
mod sides_es;
mod terminal;

pub use cells::{CellElement, CellLine, CellView, RowView, VariablesView, statement_row, statement_rows};
pub use check::{StationView, stations};
pub use considered::Missed;
pub use exchange::{absence, import_error, import_problem};
pub use explain::{Explanation, Tone, explain, explain_check};
pub use facts::{ConditionFact, Detail, FailureFact, Settles, SideEnd, Verdict, Why};
#[cfg(feature = "pack")]
pub use faults::pack_error;
pub use faults::{bundle_error, lesson_problem};
pub use gate::GateView;
pub use ladder::{Rung, RungOutcome};
pub use sides::{SideView, Sides};
pub use terminal::{terminal_done, terminal_problem};

use crate::analysis::Change;
use crate::arn::Arn;
use crate::eval::{Station, StationOutcome, UnknownFact};
use crate::lessons::Status;
use crate::lessons::goal::GoalProblem;
use crate::policy::{Finding, PolicyKind, Severity};
use crate::rule::{Confidence, Rule};
use crate::world::World;
use serde::{Deserialize, Serialize};

/// A language of the interface.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
pub enum Language {
    /// English
    #[default]
    #[serde(rename = "en")]
    English,
    /// Spanish
    #[serde(rename = "es")]
    Spanish,
}

impl Language {
    /// The code of the language, as HTML's `lang` wants it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
        }
    }
}

/// Calls the function of that name in the language's module.
macro_rules! say {
    ($language:expr, $function:ident($($argument:expr),*)) => {
        match $language {
            $crate::text::Language::English => $crate::text::en::$function($($argument),*),
            $crate::text::Language::Spanish => $crate::text::es::$function($($argument),*),
        }
    };
}
use say;

/// What is wrong with a document, in a sentence.
#[must_use]
pub fn finding(language: Language, finding: &Finding) -> String {
    say!(language, finding(finding))
}

/// What policies of a kind are called, with an article.
#[must_use]
pub fn policy_kind(language: Language, kind: PolicyKind) -> &'static str {
    say!(language, policy_kind(kind))
}

/// What a station found, as a sentence of its own.
#[must_use]
pub fn station_sentence(station: &StationView) -> String {
    format!("{}: {}.", station.title, station.detail)
}

/// What the policy of a VPC endpoint meant for a request, as a sentence of its own.
#[must_use]
pub fn gate_sentence(language: Language, outcome: StationOutcome) -> &'static str {
    say!(language, gate(outcome))
}

/// A fact that is not known and on which an answer depends, in words that name the layer or the key.
#[must_use]
pub fn unknown_fact(language: Language, fact: &UnknownFact) -> String {
    say!(language, unknown_fact(fact))
}

/// What is wrong with a line of the goal language, in a sentence.
#[must_use]
pub fn goal_problem(language: Language, problem: &GoalProblem) -> String {
    match language {
        Language::English => goals_en::problem(problem),
        Language::Spanish => goals_es::problem(problem),
    }
}

/// How a promise of a lesson stands, where there is more to say than that it holds or does not.
#[must_use]
pub fn goal_status(language: Language, status: &Status) -> Option<String> {
    match language {
        Language::English => goals_en::status(status),
        Language::Spanish => goals_es::status(status),
    }
}

/// What a station is called.
#[must_use]
pub fn station(language: Language, station: Station) -> &'static str {
    say!(language, station(station))
}

/// How much a problem matters, in a word.
#[must_use]
pub fn severity(language: Language, severity: Severity) -> &'static str {
    say!(language, severity(severity))
}

/// What a rule says, in a sentence.
#[must_use]
pub fn rule(language: Language, rule: Rule) -> &'static str {
    say!(language, rule(rule))
}

/// What the sources of a disputed rule disagree on or leave out, and what was chosen; none for rules
/// that are not disputed.
#[must_use]
pub fn dispute(rule: Rule, language: Language) -> Option<&'static str> {
    match language {
        Language::English => disputes_en::dispute(rule),
        Language::Spanish => disputes_es::dispute(rule),
    }
}

/// How well a rule is founded, in a word or two.
#[must_use]
pub fn confidence(language: Language, confidence: Confidence) -> &'static str {
    say!(language, confidence(confidence))
}

/// A change that would turn the answer, in a line.
#[must_use]
pub fn change(language: Language, change: &Change) -> String {
    say!(language, change(change))
}

/// Several things in a row: `a, b and c`.
fn listed(items: &[String], and: &str) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

/// The part of an ARN by which people call a resource: `payroll/may.csv`, `role/report-editor`.
///
/// ```
/// assert_eq!(iam_sandbox::text::short_resource("arn:aws:s3:::payroll/may.csv"), "payroll/may.csv");
/// assert_eq!(iam_sandbox::text::short_resource("*"), "*");
/// ```
#[must_use]
pub fn short_resource(resource: &str) -> &str {
    resource.splitn(6, ':').nth(5).filter(|_| resource.starts_with("arn:")).unwrap_or(resource)
}
/// What people call a resource of a world: keys by their alias and instances by their name, which the short forms of their
/// ARNs do not tell.
#[must_use]
pub fn resource_name(world: &World, resource: &str) -> String {
    let arn: Option<Arn> = resource.parse().ok();
    let key = arn.as_ref().and_then(|arn| world.key(arn)).map(|key| format!("key/{}", key.name()));
    let instance = || world.instances().find(|instance| Some(instance.arn()) == arn);
    let named = key.or_else(|| Some(format!("instance/{}", instance()?.name())));
    named.unwrap_or_else(|| short_resource(resource).to_owned())
}
