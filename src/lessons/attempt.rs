//! What a learner did with a lesson so far.

use super::resolve::Scene;
use crate::api::{Sandbox, Step};
use crate::arn::AccountId;
use crate::clock::Timestamp;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A lesson under way.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// As the lesson began.
    pub start: Sandbox,
    /// As it stands.
    pub now: Sandbox,
    /// What the learner answered, by name.
    pub answers: BTreeMap<Box<str>, Box<str>>,
    /// What is right, where a line counts right answers.
    pub key: BTreeMap<Box<str>, Box<str>>,
}

impl Attempt {
    /// A lesson in which nothing was done yet.
    #[must_use]
    pub fn new(start: Sandbox) -> Self {
        Self { now: start.clone(), start, answers: BTreeMap::new(), key: BTreeMap::new() }
    }

    /// What was done since the start, oldest first.
    #[must_use]
    pub fn steps(&self) -> &[Arc<Step>] {
        self.now.steps().get(self.start.steps().len()..).unwrap_or_default()
    }

    /// The first account of the world, which names without an account are of.
    pub(super) fn home(&self) -> AccountId {
        self.start.scenario().accounts.first().map_or(AccountId::NOBODY, |account| account.id)
    }

    pub(super) fn scene(&self) -> Scene<'_> {
        Scene { home: self.home(), world: self.now.world(), start: self.start.world() }
    }

    pub(super) fn began(&self) -> Timestamp {
        self.start.now()
    }
}
