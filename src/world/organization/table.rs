//! The organizations of a world.

use super::Organization;
use crate::arn::AccountId;
use crate::world::World;
use std::sync::Arc;

impl World {
    /// All organizations, by id.
    pub fn organizations(&self) -> impl Iterator<Item = &Organization> {
        self.organizations.values().map(|organization| &**organization)
    }

    /// The organization that the account is in, as its management account or as a member.
    #[must_use]
    pub fn organization_of(&self, account: AccountId) -> Option<&Organization> {
        self.organizations().find(|organization| organization.has_account(account))
    }

    /// Adds an organization, or replaces the one with the same id.
    pub fn put_organization(&mut self, organization: Organization) {
        self.organizations.insert_mut(organization.id.clone(), Arc::new(organization));
    }

    /// Takes an organization away.
    pub fn remove_organization(&mut self, id: &str) {
        self.organizations.remove_mut(id);
    }

    /// A new id of lower-case letters and digits after `prefix`, as Organizations gives them.
    pub fn next_lower_case_id(&mut self, prefix: &str, n_characters: usize) -> Box<str> {
        self.ids.next_lower_case(prefix, n_characters)
    }
}
