//! The condition keys that a session brings along, whoever it speaks for (table B-43).
//!
//! Whether the session still holds, and whether its role is still there, is not known here.

use crate::clock::Timestamp;
use crate::eval::RequestContext;
use crate::world::{Session, SessionOrigin};

/// Sets the keys; tags of the session go over those of the role or user, whatever the case (rule F-17).
pub(super) fn set(session: &Session, now: Timestamp, context: &mut RequestContext) {
    context.set_one("aws:TokenIssueTime", session.issued.to_string());
    let facts = &session.facts;
    for (key, value) in &facts.tags {
        context.set_one(&format!("aws:PrincipalTag/{key}"), value.clone());
    }
    if let Some(name) = &facts.source_identity {
        context.set_one("aws:SourceIdentity", name.clone());
    }
    // Only sessions that began with a token have the key (rule B-42; sources disagree on assertions).
    if let Some(provider) = facts.token_provider() {
        context.set_one("aws:FederatedProvider", provider);
    }
    for (key, value) in &facts.claims {
        context.set_one(key, value.clone());
    }
    // Sources disagree on role sessions; the key is taken to be there (F-44).
    context.set_one("aws:MultiFactorAuthPresent", if facts.mfa.is_some() { "true" } else { "false" });
    if let Some(moment) = facts.mfa {
        let age = now.epoch_seconds() - moment.epoch_seconds();
        context.set_one("aws:MultiFactorAuthAge", age.to_string());
    }
    if let SessionOrigin::Service { keys, .. } = &facts.origin {
        for (key, value) in keys {
            context.set_one(key, value.clone());
        }
    }
}
