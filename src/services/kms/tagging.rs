//! Tags of keys, which KMS writes in a way of its own: `TagKey` and `TagValue`.

use crate::authz::AccessCheck;
use crate::catalog::Quota;
use crate::json::json;
use crate::services::ApiError;
use crate::services::request::request;
use crate::services::tags::{self, Keys, Refused};
use crate::world::Tags;
use serde_json::Value;

request! {
    /// A tag of a request.
    pub(crate) struct Tag {
        tag_key: String,
        tag_value: String,
    }
}

fn plain(wanted: &[Tag]) -> Vec<tags::Tag> {
    wanted.iter().map(|tag| tags::Tag { key: tag.tag_key.clone(), value: Some(tag.tag_value.clone()) }).collect()
}

/// The check with the keys that tell of the tags.
pub(super) fn with(check: AccessCheck, wanted: &[Tag]) -> AccessCheck {
    tags::with(check, &plain(wanted))
}

/// Sets tags.
pub(super) fn put(into: &mut Tags, wanted: Vec<Tag>) -> Result<(), ApiError> {
    tags::put(into, plain(&wanted), Keys::AsTyped, Quota::TagsPerResource.value()).map_err(|refused| match refused {
        Refused::Reserved => ApiError::new("TagException", 400, "aws: prefixed tag key names are not allowed."),
        Refused::TooMany => ApiError::new("TagException", 400, "Too many tags"),
    })
}

/// The tags as answers list them.
pub(super) fn list(found: &Tags) -> Value {
    found.iter().map(|(key, value)| json!({ "TagKey": key, "TagValue": value })).collect()
}
