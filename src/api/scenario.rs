//! How a world begins: accounts, and the calls of its owner that build it.

use super::credentials::Credentials;
use super::door::ApiCall;
use super::{Sandbox, SimulatedClock};
use crate::arn::AccountId;
use crate::authz::Environment;
use crate::clock::Timestamp;
use crate::world::{Account, World};
use serde::{Deserialize, Serialize};
use serde_json::Value;
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

/// A call of the owner. Where a member of the input whose name ends in `Document` or is `Policy` is
/// an object, it stands for the text of that policy.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ScenarioCall {
    /// In this account.
    pub account: AccountId,
    /// Service and operation.
    pub call: Box<str>,
    /// The request.
    pub input: Value,
}

/// How a world begins.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Scenario {
    /// The name of its file.
    pub id: Box<str>,
    /// When everything in it was made.
    pub built: Timestamp,
    /// What the clock shows at the start.
    pub start: Timestamp,
    /// What ids and secrets follow from.
    pub seed: Box<str>,
    /// The accounts.
    pub accounts: Vec<ScenarioAccount>,
    /// What the owner does, in order.
    pub build: Vec<ScenarioCall>,
}

impl Scenario {
    /// Reads a scenario file and builds it once to see that it can be.
    ///
    /// Errors: the file is not a scenario, or a call in it fails.
    pub fn parse(json: &str) -> Result<Self, ScenarioError> {
        let scenario: Self = serde_json::from_str(json).map_err(|error| ScenarioError::Shape(error.to_string()))?;
        scenario.try_build()?;
        Ok(scenario)
    }

    /// The world of the first screen.
    #[must_use]
    pub fn first() -> Self {
        Self::parse(include_str!("../../www/worlds/first.json")).expect("the first scenario is tested to build")
    }

    pub(super) fn build(&self) -> (World, SimulatedClock) {
        let (world, _) = self.try_build().unwrap_or_else(|_| (World::new(&self.seed), self.built));
        (world, SimulatedClock::starting_at(self.start))
    }

    fn try_build(&self) -> Result<(World, Timestamp), ScenarioError> {
        let mut world = World::new(&self.seed);
        for account in &self.accounts {
            world.put_account(Account::new(account.id, &account.name));
        }
        let clock = SimulatedClock::starting_at(self.built);
        let scenario = Arc::new(self.clone());
        let mut sandbox = Sandbox { scenario, world, clock, steps: Vec::new(), undone: Vec::new() };
        for (index, call) in self.build.iter().enumerate() {
            let answer = sandbox.carry_out(&ApiCall {
                credentials: Credentials::Owner(call.account),
                operation: call.call.clone(),
                input: with_text(&call.input),
                environment: Environment::default(),
            });
            if let Some(error) = answer.error() {
                let (operation, error) = (call.call.clone(), error.to_string());
                return Err(ScenarioError::Call { index, operation, error });
            }
        }
        Ok((sandbox.world, self.built))
    }
}

/// Writes out the policies that stand as objects in a scenario file.
fn with_text(input: &Value) -> Value {
    let Value::Object(members) = input else { return input.clone() };
    let text = |(name, value): (&String, &Value)| {
        let is_policy = name.ends_with("Document") || name == "Policy";
        let value = match value {
            Value::Object(_) if is_policy => Value::String(crate::policy::pretty_value(value)),
            _ => value.clone(),
        };
        (name.clone(), value)
    };
    Value::Object(members.iter().map(text).collect())
}
