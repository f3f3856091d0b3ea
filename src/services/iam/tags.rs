//! Tags on users and roles (rules E-42, E-43), and the condition keys of calls that set them.

use crate::authz::AccessCheck;
use crate::catalog::Quota;
use crate::eval::ContextValue;
use crate::services::ApiError;
use crate::services::request::request;
use std::collections::BTreeMap;

/// What hangs on a user or a role.
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

/// Sets tags of a user or role, whose keys have no case; the key keeps the last spelling.
pub(super) fn put(into: &mut Tags, tags: Vec<Tag>) -> Result<(), ApiError> {
    for tag in tags {
        remove(into, &tag.key);
        put_exactly(into, vec![tag])?;
    }
    Ok(())
}

/// Sets tags of what else has tags, with keys that have a case.
pub(super) fn put_exactly(into: &mut Tags, tags: Vec<Tag>) -> Result<(), ApiError> {
    let most = Quota::TagsPerResource.value();
    for tag in tags {
        if tag.key.to_ascii_lowercase().starts_with("aws:") {
            let message = "aws: prefixed tag key names are not allowed for external use.";
            return Err(ApiError::new("InvalidInput", 400, message));
        }
        into.insert(tag.key.into(), tag.value.into());
    }
    if into.len() > most {
        return Err(ApiError::limit_exceeded(format!("The number of tags has reached the maximum limit: {most}")));
    }
    Ok(())
}

/// Takes a tag away, whatever the case of its key; one that is not there is no error.
pub(super) fn remove(from: &mut Tags, key: &str) {
    from.retain(|known, _| !known.eq_ignore_ascii_case(key));
}

pub(super) fn remove_all(from: &mut Tags, keys: &[String]) {
    for key in keys {
        remove(from, key);
    }
}
