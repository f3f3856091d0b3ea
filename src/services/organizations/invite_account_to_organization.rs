//! `organizations:InviteAccountToOrganization`: asks an account of the world to join.

use super::{error, handshake, scope};
use crate::arn::AccountId;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::Invitation;
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        target: Target,
        _notes = "Notes": Option<String>,
    }
}

/// `organizations:InviteAccountToOrganization`
#[derive(Clone, Copy, Debug)]
pub(crate) struct InviteAccountToOrganization;

impl Operation for InviteAccountToOrganization {
    type Input = Input;

    const NAME: &'static str = "organizations:InviteAccountToOrganization";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![scope::check(Self::NAME, stage, |organization| organization.target_arn(&input.target.id))])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let account = account(&input.target, stage)?;
        if stage.world.organization_of(account).is_some() {
            return Err(error::member_elsewhere());
        }
        scope::check_room(scope::managed(stage)?, stage.now)?;
        let now = stage.now;
        let id = stage.world.next_lower_case_id("h-", 32);
        scope::change(stage, |organization| {
            let is_asked = |known: &Invitation| known.account == account && known.is_open(now);
            if organization.invitations().any(is_asked) {
                let message = "A handshake with the same action and target already exists.";
                return Err(ApiError::new("DuplicateHandshakeException", 400, message));
            }
            let invitation = Invitation::new(id, account, now);
            let view = handshake::view(organization, &invitation, now);
            organization.put_invitation(invitation);
            Ok(json!({ "Handshake": view }))
        })
    }
}

request! {
    /// Who is asked.
    struct Target {
        id: String,
        kind = "Type": String,
    }
}

/// Accounts have no addresses here, so they are asked by their ids alone.
fn account(target: &Target, stage: &Stage<'_>) -> Result<AccountId, ApiError> {
    if target.kind != "ACCOUNT" {
        return Err(error::invalid_input(
            "You specified the wrong type of entity (account, organization, or email) as a party.",
        ));
    }
    let account: AccountId = target
        .id
        .parse()
        .map_err(|_| error::invalid_input("You provided a value that does not match the required pattern."))?;
    stage.world.account(account).map(|_| account).ok_or_else(error::no_account)
}
