//! `organizations:ListAccountsForParent`: the accounts right in the root or in a unit.

use super::parent::{self, OfParent};
use super::{account, scope};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `organizations:ListAccountsForParent`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListAccountsForParent;

impl Operation for ListAccountsForParent {
    type Input = OfParent;

    const NAME: &'static str = "organizations:ListAccountsForParent";
    const IS_READ: bool = true;

    fn checks(input: &OfParent, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(input.checks(Self::NAME, stage))
    }

    fn execute(input: OfParent, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let organization = scope::seen(stage)?;
        parent::check(organization, &input.parent_id)?;
        let accounts = organization.accounts_in(&input.parent_id);
        let accounts = accounts.map(|id| account::view(stage.world, organization, id));
        Ok(json!({ "Accounts": accounts.collect::<Vec<_>>() }))
    }
}
