//! `organizations:CancelHandshake`: takes an invitation back.

use super::handshake::{self, OfHandshake};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use crate::world::{Invitation, InvitationEnd};
use serde_json::Value;

/// `organizations:CancelHandshake`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CancelHandshake;

impl Operation for CancelHandshake {
    type Input = OfHandshake;

    const NAME: &'static str = "organizations:CancelHandshake";

    fn checks(input: &OfHandshake, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![handshake::check(Self::NAME, stage, &input.handshake_id)])
    }

    fn execute(input: OfHandshake, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let (organization, invitation) = handshake::find(stage.world, &input.handshake_id)?;
        if organization.management_account != stage.account() {
            return Err(super::error::not_management_account());
        }
        handshake::check_open(invitation, stage.now)?;
        let ended = Invitation { end: Some(InvitationEnd::Canceled), ..invitation.clone() };
        let organization = organization.clone();
        Ok(json!({ "Handshake": handshake::put(stage, organization, ended) }))
    }
}
