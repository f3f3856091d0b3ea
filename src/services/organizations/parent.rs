//! The root or unit that a request is about.

use super::{error, scope};
use crate::authz::AccessCheck;
use crate::services::request::request;
use crate::services::{ApiError, Stage};
use crate::world::Organization;

request! {
    /// A request that names a root or unit.
    pub(crate) struct OfParent {
        pub(super) parent_id: String,
    }
}

impl OfParent {
    /// Permission for `action` on it.
    pub(super) fn checks(&self, action: &str, stage: &Stage<'_>) -> Vec<AccessCheck> {
        vec![scope::check(action, stage, |organization| organization.target_arn(&self.parent_id))]
    }
}

/// Refuses what accounts and units cannot be in.
pub(super) fn check(organization: &Organization, id: &str) -> Result<(), ApiError> {
    if organization.is_parent(id) { Ok(()) } else { Err(error::no_parent()) }
}
