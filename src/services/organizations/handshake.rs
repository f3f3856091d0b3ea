//! Handshakes, of which there is one kind here: the invitation of an account.

use super::error;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::clock::Timestamp;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Stage};
use crate::world::{Invitation, InvitationState, Organization, World};
use serde_json::Value;

request! {
    /// A request that names a handshake.
    pub(crate) struct OfHandshake {
        pub(super) handshake_id: String,
    }
}

/// The invitation with that id, whoever made it.
pub(super) fn find<'a>(world: &'a World, id: &str) -> Result<(&'a Organization, &'a Invitation), ApiError> {
    let mut organizations = world.organizations();
    let found = organizations.find_map(|organization| Some((organization, organization.invitation(id)?)));
    found.ok_or_else(error::no_handshake)
}

/// The same, for calls of the account that was asked.
pub(super) fn find_own<'a>(stage: &'a Stage<'_>, id: &str) -> Result<(&'a Organization, &'a Invitation), ApiError> {
    let found = find(stage.world, id)?;
    if found.1.account == stage.account() { Ok(found) } else { Err(error::no_handshake()) }
}

/// Permission for `action` on a handshake, which is the caller's to act on whatever account its ARN names.
pub(super) fn check(action: &str, stage: &Stage<'_>, id: &str) -> AccessCheck {
    let arn = find(stage.world, id).map(|(organization, invitation)| arn(organization, invitation));
    let mut check = AccessCheck::new(action, arn.as_ref().map_or("*", Arn::as_str));
    check.resource_account = Some(stage.account());
    check
}

/// Nothing more can be done with a handshake that has ended.
pub(super) fn check_open(invitation: &Invitation, now: Timestamp) -> Result<(), ApiError> {
    match invitation.state(now) {
        InvitationState::Open => Ok(()),
        InvitationState::Accepted => {
            let message = "The specified handshake is already in the requested state.";
            Err(ApiError::new("HandshakeAlreadyInStateException", 400, message))
        }
        _ => {
            let message = "You can't perform the operation on the handshake in its current state.";
            Err(ApiError::new("InvalidHandshakeTransitionException", 400, message))
        }
    }
}

/// Keeps a changed invitation, and shows it.
pub(super) fn put(stage: &mut Stage<'_>, mut organization: Organization, invitation: Invitation) -> Value {
    let view = view(&organization, &invitation, stage.now);
    organization.put_invitation(invitation);
    stage.world.put_organization(organization);
    view
}

fn arn(organization: &Organization, invitation: &Invitation) -> Arn {
    organization.arn_of("handshake", &format!("invite/{}", invitation.id))
}

/// An invitation as answers show it.
pub(super) fn view(organization: &Organization, invitation: &Invitation, now: Timestamp) -> Value {
    let mut view = json!({
        "Id": invitation.id, "Arn": arn(organization, invitation), "Action": "INVITE",
        "State": invitation.state(now).as_str(), "Parties": [
            { "Id": organization.id, "Type": "ORGANIZATION" }, { "Id": invitation.account, "Type": "ACCOUNT" },
        ],
    });
    if let (Some(asked), Some(expires)) = (invitation.asked, invitation.expires()) {
        view["RequestedTimestamp"] = json!(asked);
        view["ExpirationTimestamp"] = json!(expires);
    }
    view
}
