//! Tags of instances, with EC2's quota and in its words. Nothing else that has tags exists here.

use super::instance;
use crate::catalog::Quota;
use crate::services::request::request;
use crate::services::tags::{self, Keys, Refused, Tag};
use crate::services::{ApiError, Stage};
use crate::world::{Instance, Tags};

request! {
    /// A request about tags of instances.
    pub(crate) struct OfTags {
        pub(super) resources: Vec<String>,
        pub(super) tags: Vec<Tag>,
        pub(super) dry_run: Option<bool>,
    }
}

/// Sets tags.
pub(super) fn put(into: &mut Tags, wanted: Vec<Tag>) -> Result<(), ApiError> {
    tags::put(into, wanted, Keys::AsTyped, Quota::TagsPerResource.value()).map_err(|refused| match refused {
        Refused::Reserved => {
            let message = "Tag keys starting with 'aws:' are reserved for internal use";
            ApiError::new("InvalidParameterValue", 400, message)
        }
        Refused::TooMany => {
            ApiError::new("TagLimitExceeded", 400, "The maximum number of Tags for a resource has been reached.")
        }
    })
}

/// Changes the tags of all the instances, or of none.
pub(super) fn change(
    stage: &mut Stage<'_>,
    ids: &[String],
    change: impl Fn(&mut Instance) -> Result<(), ApiError>,
) -> Result<(), ApiError> {
    if let Some(id) = ids.iter().find(|id| !id.starts_with("i-")) {
        return Err(ApiError::new("InvalidID", 400, format!("The ID '{id}' is not valid")));
    }
    for mut known in instance::find_all(stage, ids)? {
        change(&mut known)?;
        stage.world.put_instance(known);
    }
    Ok(())
}
