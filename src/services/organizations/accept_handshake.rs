//! `organizations:AcceptHandshake`: the account that was asked joins the organization, right under its root.

use super::error;
use crate::authz::AccessCheck;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::{Invitation, Organization, World};
use serde_json::{Value, json};

request! {
    /// The request.
    pub(crate) struct Input {
        handshake_id: String,
    }
}

/// `organizations:AcceptHandshake`
#[derive(Clone, Copy, Debug)]
pub(crate) struct AcceptHandshake;

impl Operation for AcceptHandshake {
    type Input = Input;

    const NAME: &'static str = "organizations:AcceptHandshake";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let arn =
            find(stage.world, &input.handshake_id).map(|(organization, invitation)| arn(organization, invitation));
        let mut check = AccessCheck::new(Self::NAME, arn.as_ref().map_or("*", crate::arn::Arn::as_str));
        // The handshake is the invited account's to accept, whatever account its ARN names.
        check.resource_account = Some(stage.account());
        Ok(vec![check])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let account = stage.account();
        let found = find(stage.world, &input.handshake_id).filter(|(_, invitation)| invitation.account == account);
        let (organization, invitation) = found.ok_or_else(error::no_handshake)?;
        if invitation.is_accepted {
            let message = "The specified handshake is already in the requested state.";
            return Err(ApiError::new("HandshakeAlreadyInStateException", 400, message));
        }
        if stage.world.organization_of(account).is_some() {
            let message =
                "The handshake request is invalid because the invited account is already a member of an organization.";
            return Err(ApiError::new("HandshakeConstraintViolationException", 400, message));
        }
        let output = json!({ "Handshake": {
            "Id": invitation.id, "Arn": arn(organization, invitation), "Action": "INVITE", "State": "ACCEPTED",
        }});
        let invitation = Invitation { is_accepted: true, ..invitation.clone() };
        let mut organization = organization.clone();
        organization.add_account(account);
        organization.put_invitation(invitation);
        stage.world.put_organization(organization);
        Ok(output)
    }
}

fn find<'a>(world: &'a World, id: &str) -> Option<(&'a Organization, &'a Invitation)> {
    world.organizations().find_map(|organization| Some((organization, organization.invitation(id)?)))
}

fn arn(organization: &Organization, invitation: &Invitation) -> crate::arn::Arn {
    organization.arn_of("handshake", &format!("invite/{}", invitation.id))
}
