//! `organizations:ListHandshakesForOrganization`: the invitations of the organization.

use super::{handshake, scope};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request, which has no members.
    pub(crate) struct Input {}
}

/// `organizations:ListHandshakesForOrganization`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListHandshakesForOrganization;

impl Operation for ListHandshakesForOrganization {
    type Input = Input;

    const NAME: &'static str = "organizations:ListHandshakesForOrganization";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(_: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let organization = scope::seen(stage)?;
        let all = organization.invitations().map(|invitation| handshake::view(organization, invitation, stage.now));
        Ok(json!({ "Handshakes": all.collect::<Vec<_>>() }))
    }
}
