//! What runs, as tables of the world.

use super::identity::Role;
use super::instance::{Instance, ProfileAssociation};
use super::{Table, World};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What runs.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub(super) struct Compute {
    /// By id.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    instances: Table<Box<str>, Instance>,
}

impl Compute {
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl World {
    /// All instances, by id; terminated ones stay listed.
    pub fn instances(&self) -> impl Iterator<Item = &Instance> {
        self.compute.instances.values().map(|instance| &**instance)
    }

    /// The instance with that id.
    #[must_use]
    pub fn instance(&self, id: &str) -> Option<&Instance> {
        self.compute.instances.get(id).map(|instance| &**instance)
    }

    /// Adds an instance, or replaces the one with the same id.
    pub fn put_instance(&mut self, instance: Instance) {
        self.compute.instances.insert_mut(instance.id.clone(), Arc::new(instance));
    }

    /// The role in a profile that is on an instance; none while the profile holds none, or is gone.
    #[must_use]
    pub fn role_on(&self, association: &ProfileAssociation) -> Option<&Role> {
        let account = association.profile.account().and_then(|account| self.account(account))?;
        let profile = account.instance_profile(association.profile.last_name())?;
        account.role(profile.role.as_deref().filter(|_| profile.id == association.profile_id)?)
    }
}
