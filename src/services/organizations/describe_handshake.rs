//! `organizations:DescribeHandshake`: shows an invitation to those between whom it is.

use super::handshake::{self, OfHandshake};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `organizations:DescribeHandshake`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DescribeHandshake;

impl Operation for DescribeHandshake {
    type Input = OfHandshake;

    const NAME: &'static str = "organizations:DescribeHandshake";
    const IS_READ: bool = true;

    fn checks(input: &OfHandshake, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![handshake::check(Self::NAME, stage, &input.handshake_id)])
    }

    fn execute(input: OfHandshake, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let (organization, invitation) = handshake::find(stage.world, &input.handshake_id)?;
        if ![organization.management_account, invitation.account].contains(&stage.account()) {
            return Err(super::error::not_management_account());
        }
        Ok(json!({ "Handshake": handshake::view(organization, invitation, stage.now) }))
    }
}
