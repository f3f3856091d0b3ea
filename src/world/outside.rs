//! What lets outsiders in beside the identity providers of an account, as tables of the world.

mod anywhere;
mod identity_center;
mod identity_pool;

pub use anywhere::{Anywhere, AnywhereKind};
pub use identity_center::{
    Assignment, DirectoryGroup, DirectoryUser, IdentityCenter, PermissionSet, ProvisionedRole, SetBoundary,
};
pub use identity_pool::{IdentityPool, PoolIdentity, RoleMapping, RoleRule};

use super::{Table, World};
use crate::arn::{AccountId, Arn};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What lets outsiders in.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub(super) struct Outside {
    /// By ARN.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub(super) identity_pools: Table<Arn, IdentityPool>,
    /// Trust anchors, profiles and lists of IAM Roles Anywhere, by ARN.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub(super) anywhere: Table<Arn, Anywhere>,
    /// Instances of IAM Identity Center, by ARN.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub(super) identity_centers: Table<Arn, IdentityCenter>,
}

impl Outside {
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

macro_rules! table_of {
    ($all:ident $one:ident $put:ident $remove:ident $entry:ident $what:literal) => {
        #[doc = concat!("Every ", $what, ", by ARN.")]
        pub fn $all(&self) -> impl Iterator<Item = &$entry> {
            self.outside.$all.values().map(|entry| &**entry)
        }

        #[doc = concat!("The ", $what, " with that ARN.")]
        #[must_use]
        pub fn $one(&self, arn: &Arn) -> Option<&$entry> {
            self.outside.$all.get(arn).map(|entry| &**entry)
        }

        #[doc = concat!("Adds one ", $what, ", or replaces the one with the same ARN.")]
        pub fn $put(&mut self, entry: $entry) {
            self.outside.$all.insert_mut(entry.arn.clone(), Arc::new(entry));
        }

        #[doc = concat!("Takes the ", $what, " with that ARN away; false if there was none.")]
        pub fn $remove(&mut self, arn: &Arn) -> bool {
            self.outside.$all.remove_mut(arn)
        }
    };
}

impl World {
    table_of!(identity_pools identity_pool put_identity_pool remove_identity_pool IdentityPool "identity pool");
    table_of!(anywhere anywhere_called put_anywhere remove_anywhere Anywhere "resource of Roles Anywhere");

    table_of!(identity_centers identity_center put_identity_center remove_identity_center IdentityCenter
        "instance of Identity Center");

    /// The identity pool of that id, of whatever account.
    #[must_use]
    pub fn identity_pool_called(&self, id: &str) -> Option<&IdentityPool> {
        self.identity_pools().find(|pool| pool.id() == id)
    }

    /// The identity pool that an identity is in.
    #[must_use]
    pub fn pool_of_identity(&self, identity: &str) -> Option<&IdentityPool> {
        self.identity_pools().find(|pool| pool.identities.contains_key(identity))
    }

    /// The identity pools of an account in a Region.
    pub fn identity_pools_of<'a>(
        &'a self,
        account: AccountId,
        region: &'a str,
    ) -> impl Iterator<Item = &'a IdentityPool> {
        self.identity_pools().filter(move |pool| pool.arn.account() == Some(account) && pool.arn.region() == region)
    }
}
