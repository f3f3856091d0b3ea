//! `organizations:DescribeAccount`: shows an account of the organization.

use super::account::{self, OfAccount};
use super::scope;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `organizations:DescribeAccount`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DescribeAccount;

impl Operation for DescribeAccount {
    type Input = OfAccount;

    const NAME: &'static str = "organizations:DescribeAccount";
    const IS_READ: bool = true;

    fn checks(input: &OfAccount, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(input.checks(Self::NAME, stage))
    }

    fn execute(input: OfAccount, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let organization = scope::seen(stage)?;
        let id = account::find(organization, &input.account_id)?;
        Ok(json!({ "Account": account::view(stage.world, organization, id) }))
    }
}
