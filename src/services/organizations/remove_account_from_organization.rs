//! `organizations:RemoveAccountFromOrganization`: lets a member account stand alone.

use super::{error, scope};
use crate::arn::AccountId;
use crate::authz::AccessCheck;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::{Value, json};

request! {
    /// The request.
    pub(crate) struct Input {
        account_id: String,
    }
}

/// `organizations:RemoveAccountFromOrganization`
#[derive(Clone, Copy, Debug)]
pub(crate) struct RemoveAccountFromOrganization;

impl Operation for RemoveAccountFromOrganization {
    type Input = Input;

    const NAME: &'static str = "organizations:RemoveAccountFromOrganization";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![scope::check(Self::NAME, stage, |organization| organization.target_arn(&input.account_id))])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        scope::change(stage, |organization| {
            let account: Option<AccountId> = input.account_id.parse().ok();
            let account = account.filter(|account| organization.has_account(*account)).ok_or_else(error::no_account)?;
            if account == organization.management_account {
                return Err(error::master_cannot_leave());
            }
            organization.remove_account(account);
            Ok(json!({}))
        })
    }
}
