//! Tags of accounts, units, roots and policies, with the quota and in the words of Organizations.

use super::{error, scope};
use crate::authz::AccessCheck;
use crate::catalog::Quota;
use crate::services::tags::{self, Keys, Refused, Tag};
use crate::services::{ApiError, Stage};
use crate::world::{Organization, Tags};

/// Permission for `action` on whatever has that id.
pub(super) fn check(action: &str, stage: &Stage<'_>, id: &str) -> AccessCheck {
    if id.starts_with("p-") {
        scope::policy_check(action, stage, id)
    } else {
        scope::check(action, stage, |organization| organization.target_arn(id))
    }
}

/// The permissions of a call that makes something: its own, and the one to tag if it is to have tags.
pub(super) fn checks_of_new(own: AccessCheck, wanted: &[Tag]) -> Vec<AccessCheck> {
    let own = tags::with(own, wanted);
    let tag = AccessCheck { action: "organizations:TagResource".into(), ..own.clone() };
    std::iter::once(own).chain((!wanted.is_empty()).then_some(tag)).collect()
}

/// The tags of whatever has that id.
pub(super) fn find(organization: &Organization, id: &str) -> Result<Tags, ApiError> {
    if organization.policy(id).is_none() && !organization.is_target(id) {
        return Err(error::no_target());
    }
    Ok(organization.tags(id).cloned().unwrap_or_default())
}

/// Sets tags.
pub(super) fn put(into: &mut Tags, wanted: Vec<Tag>) -> Result<(), ApiError> {
    tags::put(into, wanted, Keys::AsTyped, Quota::TagsPerResource.value()).map_err(|refused| match refused {
        Refused::Reserved => error::invalid_input(
            "You specified a tag key that is a system tag. You can't add, edit, or delete system tag keys.",
        ),
        Refused::TooMany => error::constraint("You have exceeded the number of tags allowed on this resource."),
    })
}
