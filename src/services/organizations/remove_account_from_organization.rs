//! `organizations:RemoveAccountFromOrganization`: lets a member account stand alone.

use super::account::{self, OfAccount};
use super::{error, scope};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `organizations:RemoveAccountFromOrganization`
#[derive(Clone, Copy, Debug)]
pub(crate) struct RemoveAccountFromOrganization;

impl Operation for RemoveAccountFromOrganization {
    type Input = OfAccount;

    const NAME: &'static str = "organizations:RemoveAccountFromOrganization";

    fn checks(input: &OfAccount, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(input.checks(Self::NAME, stage))
    }

    fn execute(input: OfAccount, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        scope::change(stage, |organization| {
            let account = account::find(organization, &input.account_id)?;
            if account == organization.management_account {
                return Err(error::master_cannot_leave());
            }
            scope::check_no_administrator(organization, account)?;
            organization.remove_account(account);
            Ok(json!({}))
        })
    }
}
