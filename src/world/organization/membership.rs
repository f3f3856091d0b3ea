//! How accounts came into an organization.

use super::Organization;
use crate::arn::AccountId;
use crate::clock::Timestamp;
use crate::world::World;
use serde::{Deserialize, Serialize};

/// How and when an account joined.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Membership {
    /// When.
    pub since: Timestamp,
    /// Whether the organization made the account, which was invited otherwise.
    pub is_created: bool,
}

/// The making of an account.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AccountCreation {
    /// `car-…`
    pub id: Box<str>,
    /// The account that was made.
    pub account: AccountId,
    /// The name that it was given.
    pub name: Box<str>,
    /// When.
    pub at: Timestamp,
}

impl World {
    /// The world as it was kept before anybody kept how accounts came into organizations.
    #[must_use]
    pub fn without_memberships(&self) -> Self {
        let mut world = self.clone();
        for organization in self.organizations() {
            let mut organization = organization.clone();
            organization.memberships.clear();
            organization.creations.clear();
            organization.invitations.values_mut().for_each(|invitation| invitation.asked = None);
            world.put_organization(organization);
        }
        world
    }
}

impl Organization {
    /// How an account joined; not known of accounts in old saves.
    #[must_use]
    pub fn membership(&self, account: AccountId) -> Option<Membership> {
        self.memberships.get(&account).copied()
    }

    /// Keeps how an account joined.
    pub fn set_membership(&mut self, account: AccountId, membership: Membership) {
        self.memberships.insert(account, membership);
    }

    /// The accounts that were made, by the id of the request.
    pub fn creations(&self) -> impl Iterator<Item = &AccountCreation> {
        self.creations.values()
    }

    /// Keeps that an account was made.
    pub fn put_creation(&mut self, creation: AccountCreation) {
        self.creations.insert(creation.id.clone(), creation);
    }
}
