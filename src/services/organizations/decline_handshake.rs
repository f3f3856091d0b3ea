//! `organizations:DeclineHandshake`: says no to an invitation.

use super::handshake::{self, OfHandshake};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use crate::world::{Invitation, InvitationEnd};
use serde_json::Value;

/// `organizations:DeclineHandshake`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeclineHandshake;

impl Operation for DeclineHandshake {
    type Input = OfHandshake;

    const NAME: &'static str = "organizations:DeclineHandshake";

    fn checks(input: &OfHandshake, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![handshake::check(Self::NAME, stage, &input.handshake_id)])
    }

    fn execute(input: OfHandshake, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let (organization, invitation) = handshake::find_own(stage, &input.handshake_id)?;
        handshake::check_open(invitation, stage.now)?;
        let ended = Invitation { end: Some(InvitationEnd::Declined), ..invitation.clone() };
        let organization = organization.clone();
        Ok(json!({ "Handshake": handshake::put(stage, organization, ended) }))
    }
}
