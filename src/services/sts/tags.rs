//! Session tags: what is passed, what goes on from the session before, and what conditions are told of it
//! (rules F-12, F-17 to F-19).
//!
//! AWS does not document whether tags that go on are among the tags of the next request for conditions; they are
//! here, since they need the permission to tag as those that are passed do.

use crate::authz::AccessCheck;
use crate::eval::ContextValue;
use crate::services::ApiError;
use crate::services::request::request;
use crate::world::{Session, SessionFacts};

request! {
    /// A tag of a request.
    pub(in crate::services) struct Tag {
        key: String,
        value: String,
    }
}

impl Tag {
    /// A tag that something else than a request passes.
    pub(in crate::services) fn new(key: &str, value: &str) -> Self {
        Self { key: key.to_owned(), value: value.to_owned() }
    }

    pub(in crate::services) fn key(&self) -> &str {
        &self.key
    }

    pub(in crate::services) fn value(&self) -> &str {
        &self.value
    }
}

/// The facts of the session to be that follow from the tags; those of `before` that are transitive go on.
///
/// Errors: a tag is no tag, is given twice, or would change one that goes on.
pub(super) fn read(tags: &[Tag], transitive: &[String], before: Option<&Session>) -> Result<SessionFacts, ApiError> {
    let mut facts = inherited(before);
    let passed = |key: &str| tags.iter().filter(|tag| tag.key.eq_ignore_ascii_case(key)).count();
    for tag in tags {
        if tag.key.to_ascii_lowercase().starts_with("aws:") {
            return Err(invalid("Tag keys that begin with \"aws:\" are reserved for system use."));
        }
        if passed(&tag.key) > 1 {
            return Err(invalid("Duplicate tag keys found. Please note that Tag keys are case insensitive."));
        }
        if facts.transitive_tag_keys.iter().any(|known| known.eq_ignore_ascii_case(&tag.key)) {
            return Err(invalid(
                "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.",
            ));
        }
    }
    for key in transitive {
        let Some(tag) = tags.iter().find(|tag| tag.key.eq_ignore_ascii_case(key)) else {
            return Err(invalid("The specified transitive tag key must be included in the requested tags."));
        };
        facts.transitive_tag_keys.insert(tag.key.as_str().into());
    }
    for tag in tags {
        facts.tags.insert(tag.key.as_str().into(), tag.value.as_str().into());
    }
    Ok(facts)
}

/// The facts of a session that a service makes with these tags, of which none goes on.
pub(in crate::services) fn of_session(tags: &[Tag]) -> Result<SessionFacts, ApiError> {
    read(tags, &[], None)
}

/// The tags that go on from a session.
fn inherited(before: Option<&Session>) -> SessionFacts {
    let Some(facts) = before.map(|session| &session.facts) else { return SessionFacts::default() };
    let goes_on = |key: &str| facts.transitive_tag_keys.contains(key);
    let tags = facts.tags.iter().filter(|(key, _)| goes_on(key));
    SessionFacts {
        tags: tags.map(|(key, value)| (key.clone(), value.clone())).collect(),
        transitive_tag_keys: facts.transitive_tag_keys.clone(),
        ..SessionFacts::default()
    }
}

/// The request with the keys that tell of its tags.
pub(super) fn with_keys(mut check: AccessCheck, facts: &SessionFacts) -> AccessCheck {
    if facts.tags.is_empty() {
        return check;
    }
    for (key, value) in &facts.tags {
        check = check.with(&format!("aws:RequestTag/{key}"), value);
    }
    check.context.set("aws:TagKeys", ContextValue::Many(facts.tags.keys().cloned().collect()));
    if !facts.transitive_tag_keys.is_empty() {
        let keys = facts.transitive_tag_keys.iter().cloned().collect();
        check.context.set("sts:TransitiveTagKeys", ContextValue::Many(keys));
    }
    check
}

/// How many characters the tags that are passed have.
pub(super) fn n_characters(tags: &[Tag]) -> usize {
    tags.iter().map(|tag| tag.key.chars().count() + tag.value.chars().count()).sum()
}

fn invalid(message: &str) -> ApiError {
    ApiError::new("InvalidParameterValue", 400, message)
}
