//! Tags in requests and answers, and the condition keys of calls that set them (rules E-42, E-43).
//!
//! How many there may be and in which words a service refuses is each service's own.

use crate::authz::AccessCheck;
use crate::eval::ContextValue;
use crate::json::json;
use crate::services::request::request;
use crate::world::Tags;
use serde_json::Value;
use std::collections::BTreeMap;

/// Whether two spellings of a key are one key (rule E-43).
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Keys {
    /// On users and roles `Team` and `team` are one.
    AnyCase,
    /// On everything else they are two.
    AsTyped,
}

request! {
    /// A tag of a request. Only EC2 lets tags be without a value, which is the empty one.
    pub(crate) struct Tag {
        pub(super) key: String,
        pub(super) value: Option<String>,
    }
}

impl Tag {
    /// A tag that something else than a list of tags passes.
    pub(super) fn new(key: &str, value: &str) -> Self {
        Self { key: key.to_owned(), value: Some(value.to_owned()) }
    }

    fn value(&self) -> &str {
        self.value.as_deref().unwrap_or_default()
    }
}

/// Why tags cannot be set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Refused {
    /// A key begins with `aws:`, which is AWS's own.
    Reserved,
    /// There would be more than may be.
    TooMany,
}

/// The check with the keys that tell of the tags: `aws:RequestTag/…` and `aws:TagKeys`.
pub(super) fn with<'a>(check: AccessCheck, tags: impl IntoIterator<Item = &'a Tag>) -> AccessCheck {
    with_as("aws:RequestTag", "aws:TagKeys", check, tags)
}

/// The same by the names that a service has for these keys.
pub(super) fn with_as<'a>(
    tag: &str,
    keys: &str,
    mut check: AccessCheck,
    tags: impl IntoIterator<Item = &'a Tag>,
) -> AccessCheck {
    let mut names = Vec::new();
    for one in tags {
        check = check.with(&format!("{tag}/{}", one.key), one.value());
        names.push(one.key.as_str().into());
    }
    if !names.is_empty() {
        check.context.set(keys, ContextValue::Many(names));
    }
    check
}

/// Tags of a request that has them as a map.
pub(super) fn of_map(map: &BTreeMap<String, String>) -> Vec<Tag> {
    map.iter().map(|(key, value)| Tag { key: key.clone(), value: Some(value.clone()) }).collect()
}

/// The check with `aws:TagKeys` alone, as calls that take tags away have it.
pub(super) fn with_keys<'a>(mut check: AccessCheck, keys: impl Iterator<Item = &'a str>) -> AccessCheck {
    check.context.set("aws:TagKeys", ContextValue::Many(keys.map(Into::into).collect()));
    check
}

/// Sets tags, of which there may be `most` in the end; a key keeps the last spelling.
pub(super) fn put(
    into: &mut Tags,
    tags: impl IntoIterator<Item = Tag>,
    keys: Keys,
    most: usize,
) -> Result<(), Refused> {
    for tag in tags {
        if tag.key.to_ascii_lowercase().starts_with("aws:") {
            return Err(Refused::Reserved);
        }
        remove(into, &tag.key, keys);
        into.insert(tag.key.into(), tag.value.unwrap_or_default().into());
    }
    if into.len() > most { Err(Refused::TooMany) } else { Ok(()) }
}

/// Takes a tag away; one that is not there is no error.
fn remove(from: &mut Tags, key: &str, keys: Keys) {
    match keys {
        Keys::AnyCase => from.retain(|known, _| !known.eq_ignore_ascii_case(key)),
        Keys::AsTyped => from.retain(|known, _| **known != *key),
    }
}

/// Takes tags away.
pub(super) fn remove_all(from: &mut Tags, names: &[String], keys: Keys) {
    for name in names {
        remove(from, name, keys);
    }
}

/// The tags as answers list them.
pub(super) fn list(tags: &Tags) -> Value {
    tags.iter().map(|(key, value)| json!({ "Key": key, "Value": value })).collect()
}
