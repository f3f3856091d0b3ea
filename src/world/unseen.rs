//! What nobody told of an account that came from a file: facts of AWS that bear on its requests and are not in this
//! world.
//!
//! An account that was built here has none: what is not in it does not exist. Which requests depend on such a fact is
//! not known here; `authz` knows.

use super::World;
use crate::arn::{AccountId, Arn};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The facts that were not told.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Unseen {
    /// Whether the account is in an organization, and which SCPs and RCPs bind it there.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub organization: bool,
    /// Which resources there are beside those in this world, with their policies and tags; tags of managed policies.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub resources: bool,
    /// Which roles there are beside those in this world.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub roles: bool,
    /// Users, groups and roles of which a policy could not be read, or a group is not known; roles that could not be
    /// read at all.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub unread: BTreeSet<Arn>,
}

impl Unseen {
    /// Whether everything was told.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

impl World {
    /// Whether it is not known which organization the account is in. Of an account that is not in this world that is
    /// so as soon as this world does not hold everything.
    #[must_use]
    pub fn is_organization_unseen(&self, id: AccountId) -> bool {
        if self.organization_of(id).is_some() {
            return false;
        }
        let of_any = || self.accounts().any(|account| account.unseen.organization);
        self.account(id).map_or_else(of_any, |account| account.unseen.organization)
    }

    /// Whether there may be resources of that owner beside those in this world; of an owner that is not in this world,
    /// or that nobody knows, as soon as any account has such.
    #[must_use]
    pub fn are_resources_unseen(&self, owner: Option<AccountId>) -> bool {
        let of_any = || self.accounts().any(|account| account.unseen.resources);
        owner.and_then(|owner| self.account(owner)).map_or_else(of_any, |account| account.unseen.resources)
    }

    /// Whether there may be a role of that ARN which is not in this world.
    #[must_use]
    pub fn is_role_unseen(&self, arn: &Arn) -> bool {
        let owner = arn.account();
        match owner.and_then(|owner| self.account(owner)) {
            Some(account) => account.unseen.roles || account.unseen.unread.contains(arn),
            None => self.are_resources_unseen(owner),
        }
    }
}
