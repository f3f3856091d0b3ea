//! Tags on users, roles, policies and the like, with IAM's quota and in its words (rules E-42, E-43).

pub(super) use crate::services::tags::{Keys, Tag, list, remove_all, with, with_keys};

use crate::catalog::Quota;
use crate::services::ApiError;
use crate::services::tags::{self, Refused};
use crate::world::Tags;

/// Sets tags.
pub(super) fn put(into: &mut Tags, tags: Vec<Tag>, keys: Keys) -> Result<(), ApiError> {
    let most = Quota::TagsPerResource.value();
    tags::put(into, tags, keys, most).map_err(|refused| match refused {
        Refused::Reserved => {
            ApiError::new("InvalidInput", 400, "aws: prefixed tag key names are not allowed for external use.")
        }
        Refused::TooMany => {
            ApiError::limit_exceeded(format!("The number of tags has reached the maximum limit: {most}"))
        }
    })
}
