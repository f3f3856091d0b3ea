//! `organizations:AcceptHandshake`: the account that was asked joins the organization, right under its root.

use super::error;
use super::handshake::{self, OfHandshake};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use crate::world::{Invitation, Membership};
use serde_json::Value;

/// `organizations:AcceptHandshake`
#[derive(Clone, Copy, Debug)]
pub(crate) struct AcceptHandshake;

impl Operation for AcceptHandshake {
    type Input = OfHandshake;

    const NAME: &'static str = "organizations:AcceptHandshake";

    fn checks(input: &OfHandshake, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![handshake::check(Self::NAME, stage, &input.handshake_id)])
    }

    fn execute(input: OfHandshake, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let account = stage.account();
        let (organization, invitation) = handshake::find_own(stage, &input.handshake_id)?;
        handshake::check_open(invitation, stage.now)?;
        if stage.world.organization_of(account).is_some() {
            return Err(error::member_elsewhere());
        }
        let invitation = Invitation { is_accepted: true, ..invitation.clone() };
        let mut organization = organization.clone();
        organization.add_account(account);
        organization.set_membership(account, Membership { since: stage.now, is_created: false });
        Ok(json!({ "Handshake": handshake::put(stage, organization, invitation) }))
    }
}
