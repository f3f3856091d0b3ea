//! `iam:DeleteAccountAlias`: takes the name of the account away; the address with its id is left (rule E-38).

use super::holder::in_account;
use super::input::OfAlias;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:DeleteAccountAlias`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteAccountAlias;

impl Operation for DeleteAccountAlias {
    type Input = OfAlias;

    const NAME: &'static str = "iam:DeleteAccountAlias";

    fn checks(_: &OfAlias, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(input: OfAlias, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        in_account(stage, |account| {
            if account.alias.as_deref() != Some(&input.account_alias) {
                return Err(ApiError::no_such_entity("account alias", &input.account_alias));
            }
            account.alias = None;
            Ok(json!({}))
        })
    }
}
