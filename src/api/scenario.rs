//! How a world begins: accounts, and the calls of its owner that build it.

use super::credentials::Credentials;
use super::door::ApiCall;
use super::history::Event;
use super::record::Outcome;
use super::{Sandbox, SimulatedClock};
use crate::activity::Activity;
use crate::arn::AccountId;
use crate::authz::Environment;
use crate::clock::Timestamp;
use crate::world::{Account, World};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Why a scenario cannot be built.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScenarioError {
    /// The file is not a scenario.
    #[error("{0}")]
    Shape(String),
    /// A call of the owner failed.
    #[error("call {index}, `{operation}`: {error}")]
    Call {
        /// Position in the list, from 0.
        index: usize,
        /// The operation.
        operation: Box<str>,
        /// What AWS would answer.
        error: String,
    },
}

/// An account of a scenario.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ScenarioAccount {
    /// Twelve digits, from the range for examples.
    pub id: AccountId,
    /// What people call it.
    pub name: Box<str>,
}

/// A call of the owner. Where a member of the input whose name ends in `Document`, or is `Policy` or
/// `Content`, is an object, it stands for the text of that policy. A text `@name` stands for what an
/// earlier call kept under that name.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ScenarioCall {
    /// In this account.
    pub account: AccountId,
    /// Service and operation.
    pub call: Box<str>,
    /// The request.
    pub input: Value,
    /// Parts of the answer that later calls need, such as ids: names, and JSON pointers to what they
    /// stand for.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub keep: BTreeMap<Box<str>, Box<str>>,
}

/// The first sentence of a scenario: a user, by name, and what the user asks.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ScenarioQuestion {
    /// Who asks.
    pub user: Box<str>,
    /// `prefix:Name`
    pub action: Box<str>,
    /// An ARN, or `*`.
    pub resource: Box<str>,
}

/// How a world begins.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Scenario {
    /// The name of its file.
    pub id: Box<str>,
    /// When everything in it was made.
    pub built: Timestamp,
    /// What the clock shows at the start, before [what happened](Scenario::history).
    pub start: Timestamp,
    /// What ids and secrets follow from.
    pub seed: Box<str>,
    /// The accounts.
    pub accounts: Vec<ScenarioAccount>,
    /// Accounts that came from a file, as they were read: they are there before anything is built.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub imported: Vec<Account>,
    /// What the owner does, in order.
    pub build: Vec<ScenarioCall>,
    /// What happened from the start to when somebody comes to it: it stays on record, and nothing takes it back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<Event>,
    /// What is asked first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ask: Option<ScenarioQuestion>,
}

impl Scenario {
    /// Reads a scenario file and builds it once to see that it can be.
    ///
    /// Errors: the file is not a scenario, or a call in it fails.
    pub fn parse(json: &str) -> Result<Self, ScenarioError> {
        let shape = |error: serde_json::Error| ScenarioError::Shape(error.to_string());
        let value: Value = serde_json::from_str(json).map_err(shape)?;
        let scenario: Self = crate::json::of_value(value).map_err(shape)?;
        scenario.check()?;
        Ok(scenario)
    }

    /// The world of the first screen.
    #[must_use]
    pub fn first() -> Self {
        Self::parse(include_str!("../../www/worlds/first.json")).expect("the first scenario is tested to build")
    }

    /// The world of an organization with three accounts.
    #[must_use]
    pub fn organization() -> Self {
        Self::parse(include_str!("../../www/worlds/organization.json")).expect("the scenario is tested to build")
    }

    pub(super) fn build(&self) -> (World, SimulatedClock) {
        let world = self.try_build().map_or_else(|_| World::new(&self.seed), |(world, _)| world);
        (world, SimulatedClock::starting_at(self.start))
    }

    /// Builds it once to see that it can be.
    ///
    /// Errors: a call in it fails.
    pub fn check(&self) -> Result<(), ScenarioError> {
        self.try_build().map(|_| ())
    }

    fn try_build(&self) -> Result<(World, Timestamp), ScenarioError> {
        let mut world = World::new(&self.seed);
        for account in &self.accounts {
            world.put_account(Account::new(account.id, &account.name));
        }
        self.imported.iter().for_each(|account| world.put_account(account.clone()));
        let clock = SimulatedClock::starting_at(self.built);
        let scenario = Arc::new(self.clone());
        let activity = Activity::default();
        let mut sandbox =
            Sandbox { scenario, world, clock, activity, steps: Vec::new(), n_before: 0, undone: Vec::new() };
        let mut kept = BTreeMap::new();
        for (index, call) in self.build.iter().enumerate() {
            let answer = sandbox.carry_out(&ApiCall {
                credentials: Credentials::Owner(call.account),
                operation: call.call.clone(),
                input: with_text(&with_kept(&call.input, &kept)),
                environment: Environment::default(),
            });
            if let Some(error) = answer.error() {
                let (operation, error) = (call.call.clone(), error.to_string());
                return Err(ScenarioError::Call { index, operation, error });
            }
            if let Outcome::Done(output) = &answer.outcome {
                let found = call.keep.iter().filter_map(|(name, at)| Some((name.clone(), output.pointer(at)?.clone())));
                kept.extend(found);
            }
        }
        Ok((sandbox.world, self.built))
    }
}

/// Puts what was kept where `@name` stands.
fn with_kept(value: &Value, kept: &BTreeMap<Box<str>, Value>) -> Value {
    match value {
        Value::String(text) => {
            let found = text.strip_prefix('@').and_then(|name| kept.get(name));
            found.unwrap_or(value).clone()
        }
        Value::Array(items) => items.iter().map(|item| with_kept(item, kept)).collect(),
        Value::Object(members) => {
            members.iter().map(|(name, member)| (name.clone(), with_kept(member, kept))).collect()
        }
        _ => value.clone(),
    }
}

/// Whether a member of a call's input holds the text of a policy, by its name.
#[must_use]
pub fn holds_policy(member: &str) -> bool {
    member.ends_with("Document") || member == "Policy" || member == "Content"
}

/// Writes out the policies that stand as objects in a scenario file.
fn with_text(input: &Value) -> Value {
    let Value::Object(members) = input else { return input.clone() };
    let text = |(name, value): (&String, &Value)| {
        let value = match value {
            Value::Object(_) if holds_policy(name) => Value::String(crate::policy::pretty_value(value)),
            _ => value.clone(),
        };
        (name.clone(), value)
    };
    Value::Object(members.iter().map(text).collect())
}
