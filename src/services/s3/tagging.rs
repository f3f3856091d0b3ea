//! Tags of buckets and objects, with S3's quotas and in its words (S3 user guide, object tagging and bucket tags).

use crate::json::json;
use crate::services::ApiError;
use crate::services::request::request;
use crate::services::tags::{self, Keys, Refused, Tag};
use crate::world::Tags;
use serde_json::Value;
use std::collections::BTreeSet;

/// Tags on an object, at the most.
pub(super) const MOST_ON_OBJECT: usize = 10;

/// Tags on a bucket, at the most.
pub(super) const MOST_ON_BUCKET: usize = 50;

request! {
    /// The tags of a request, which replace those that are there.
    pub(crate) struct Tagging {
        pub(super) tag_set: Vec<Tag>,
    }
}

/// Tags as a header has them: `team=red&stage=test`.
pub(super) fn of_header(header: Option<&str>) -> Vec<Tag> {
    let pairs = form_urlencoded::parse(header.unwrap_or_default().as_bytes());
    pairs.map(|(key, value)| Tag { key: key.into_owned(), value: Some(value.into_owned()) }).collect()
}

/// The tags that there are to be.
pub(super) fn read(wanted: Vec<Tag>, most: usize) -> Result<Tags, ApiError> {
    let invalid = |message: &str| ApiError::new("InvalidTag", 400, message);
    let names: BTreeSet<&str> = wanted.iter().map(|tag| tag.key.as_str()).collect();
    if names.len() < wanted.len() {
        return Err(invalid("Cannot provide multiple Tags with the same key"));
    }
    let mut made = Tags::new();
    tags::put(&mut made, wanted, Keys::AsTyped, most).map_err(|refused| match refused {
        Refused::Reserved => invalid("System tags cannot be added/updated by requester"),
        Refused::TooMany if most == MOST_ON_OBJECT => {
            ApiError::new("BadRequest", 400, "Object tags cannot be greater than 10")
        }
        Refused::TooMany => ApiError::new("BadRequest", 400, "Bucket tag count cannot be greater than 50"),
    })?;
    Ok(made)
}

/// The tags as answers show them.
pub(super) fn view(found: &Tags) -> Value {
    json!({ "TagSet": tags::list(found) })
}
