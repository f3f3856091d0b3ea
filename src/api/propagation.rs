//! Changes on their way: for how long authorization does not see yet what IAM was told (rules I-1, I-2, I-8).
//!
//! The control plane answers at once and of everything that was changed; authentication knows keys and sessions at
//! once. What takes time is that authorization sees users, groups, roles and managed policies. How long that is AWS
//! does not say, so it is a setting of the world, and none unless it is set. What was changed before a save was made is
//! seen at once when only its world is opened.

use super::Sandbox;
use super::history::Event;
use crate::authz::{AccessCheck, Caller, Environment, gather};
use crate::clock::Timestamp;
use crate::eval::authorize;
use crate::world::{Difference, World};

/// A change that authorization does not see yet.
#[derive(Clone, PartialEq, Debug)]
pub struct InFlight {
    /// What was changed.
    pub difference: Difference,
    /// When.
    pub changed: Timestamp,
    /// From when on authorization sees it.
    pub visible: Timestamp,
}

/// An answer that will be another one, once changes that are on their way are seen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Settling {
    /// Whether the same request will then be allowed.
    pub is_allowed: bool,
    /// From when on.
    pub at: Timestamp,
}

impl Sandbox {
    /// Sets for how many seconds authorization does not see a change.
    pub fn set_propagation_delay(&mut self, seconds: u32) {
        self.perform_anew(Event::SetPropagationDelay { seconds });
    }

    /// A copy in which everything is seen at once.
    #[must_use]
    pub fn settled(&self) -> Self {
        let mut settled = self.clone();
        settled.world.set_propagation_seconds(0);
        settled
    }

    /// The world as authorization sees it.
    pub(super) fn seen(&self) -> World {
        match self.world.propagation_seconds() {
            0 => self.world.clone(),
            seconds => self.as_seen_of(self.now().plus_seconds(-i64::from(seconds))),
        }
    }

    /// The world with the identities that there were at that moment.
    fn as_seen_of(&self, at: Timestamp) -> World {
        self.world.with_identities_of(self.world_at(at))
    }

    /// The world after everything that was done up to that moment, as far as the history goes back.
    fn world_at(&self, at: Timestamp) -> &World {
        let index = self.steps.partition_point(|step| step.at() <= at);
        self.steps.get(index).map_or(&self.world, |step| step.world_before())
    }

    /// The changes that are on their way now, the oldest first.
    #[must_use]
    pub fn in_flight(&self) -> Vec<InFlight> {
        self.in_flight_at(self.now())
    }

    /// The changes that were on their way at that moment, the oldest first.
    #[must_use]
    pub fn in_flight_at(&self, at: Timestamp) -> Vec<InFlight> {
        let seconds = i64::from(self.world_at(at).propagation_seconds());
        let first = self.steps.partition_point(|step| step.at() <= at.plus_seconds(-seconds));
        let mut found = Vec::new();
        for (index, step) in self.steps.iter().enumerate().skip(first).take_while(|(_, step)| step.at() <= at) {
            let after = self.steps.get(index + 1).map_or(&self.world, |next| next.world_before());
            let (changed, visible) = (step.at(), step.at().plus_seconds(seconds));
            let differences = step.world_before().difference(after).into_iter();
            let of_iam = differences.filter(|difference| difference.entity.is_of_iam());
            found.extend(of_iam.map(|difference| InFlight { difference, changed, visible }));
        }
        found
    }

    /// Whether and when the answer to these checks will be another one, if nothing else happens.
    pub(super) fn settling(
        &self,
        caller: &Caller,
        checks: &[AccessCheck],
        environment: &Environment,
    ) -> Option<Settling> {
        let seconds = i64::from(self.world.propagation_seconds());
        if seconds == 0 || checks.is_empty() {
            return None;
        }
        let now = self.now();
        let is_allowed = |world: &World| {
            checks.iter().all(|check| {
                let (request, policies) = gather(world, caller, check, environment, now);
                authorize(&request, &policies).is_allowed()
            })
        };
        let allowed_now = is_allowed(&self.seen());
        let mut moments: Vec<Timestamp> = self.in_flight().iter().map(|change| change.visible).collect();
        moments.dedup();
        let differs = |at: &Timestamp| is_allowed(&self.as_seen_of(at.plus_seconds(-seconds))) != allowed_now;
        moments.into_iter().find(differs).map(|at| Settling { is_allowed: !allowed_now, at })
    }
}
