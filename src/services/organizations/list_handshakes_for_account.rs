//! `organizations:ListHandshakesForAccount`: the invitations of the caller's account.

use super::handshake;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request, which has no members.
    pub(crate) struct Input {}
}

/// `organizations:ListHandshakesForAccount`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListHandshakesForAccount;

impl Operation for ListHandshakesForAccount {
    type Input = Input;

    const NAME: &'static str = "organizations:ListHandshakesForAccount";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(_: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let all = stage
            .world
            .organizations()
            .flat_map(|organization| organization.invitations().map(move |invitation| (organization, invitation)));
        let own = all.filter(|(_, invitation)| invitation.account == stage.account());
        let own = own.map(|(organization, invitation)| handshake::view(organization, invitation, stage.now));
        Ok(json!({ "Handshakes": own.collect::<Vec<_>>() }))
    }
}
