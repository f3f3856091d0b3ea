//! Tags on users, roles, policies and the like (rules E-42, E-43), and the condition keys of calls that set them.

use crate::authz::AccessCheck;
use crate::catalog::Quota;
use crate::eval::ContextValue;
use crate::services::ApiError;
use crate::services::request::request;
use std::collections::BTreeMap;

/// Whether two spellings of a key are one key (rule E-43).
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Keys {
    /// On users and roles `Team` and `team` are one.
    AnyCase,
    /// On everything else they are two.
    AsTyped,
}

/// What hangs on a user, a role or another thing of IAM.
pub(super) type Tags = BTreeMap<Box<str>, Box<str>>;

request! {
    /// A tag of a request.
    pub(crate) struct Tag {
        key: String,
        value: String,
    }
}

/// The check with the keys that tell of the tags: `aws:RequestTag/…` and `aws:TagKeys`.
pub(super) fn with(check: AccessCheck, tags: &[Tag]) -> AccessCheck {
    if tags.is_empty() {
        return check;
    }
    let check = tags.iter().fold(check, |check, tag| check.with(&format!("aws:RequestTag/{}", tag.key), &tag.value));
    with_keys(check, tags.iter().map(|tag| tag.key.as_str()))
}

/// The check with `aws:TagKeys` alone, as calls that take tags away have it.
pub(super) fn with_keys<'a>(mut check: AccessCheck, keys: impl Iterator<Item = &'a str>) -> AccessCheck {
    check.context.set("aws:TagKeys", ContextValue::Many(keys.map(Into::into).collect()));
    check
}

/// Sets tags; the key keeps the last spelling.
pub(super) fn put(into: &mut Tags, tags: Vec<Tag>, keys: Keys) -> Result<(), ApiError> {
    let most = Quota::TagsPerResource.value();
    for tag in tags {
        if tag.key.to_ascii_lowercase().starts_with("aws:") {
            let message = "aws: prefixed tag key names are not allowed for external use.";
            return Err(ApiError::new("InvalidInput", 400, message));
        }
        remove(into, &tag.key, keys);
        into.insert(tag.key.into(), tag.value.into());
    }
    if into.len() > most {
        return Err(ApiError::limit_exceeded(format!("The number of tags has reached the maximum limit: {most}")));
    }
    Ok(())
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
