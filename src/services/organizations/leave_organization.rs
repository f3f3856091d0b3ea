//! `organizations:LeaveOrganization`: a member account leaves by itself, if no SCP keeps it.

use super::{error, scope};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request, which has no members.
    pub(crate) struct Input {}
}

/// `organizations:LeaveOrganization`
#[derive(Clone, Copy, Debug)]
pub(crate) struct LeaveOrganization;

impl Operation for LeaveOrganization {
    type Input = Input;

    const NAME: &'static str = "organizations:LeaveOrganization";

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(_: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let account = stage.account();
        let mut organization = scope::organization(stage)?.clone();
        if organization.management_account == account {
            return Err(error::master_cannot_leave());
        }
        scope::check_no_administrator(&organization, account)?;
        organization.remove_account(account);
        stage.world.put_organization(organization);
        Ok(json!({}))
    }
}
