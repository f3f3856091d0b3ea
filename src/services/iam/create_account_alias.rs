//! `iam:CreateAccountAlias`: names the account in the address of its sign-in page; a new name takes the place of the old
//! (rule E-38).

use super::holder::in_account;
use super::input::OfAlias;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:CreateAccountAlias`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateAccountAlias;

impl Operation for CreateAccountAlias {
    type Input = OfAlias;

    const NAME: &'static str = "iam:CreateAccountAlias";

    fn checks(_: &OfAlias, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(input: OfAlias, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let alias = input.account_alias;
        let is_account_id = alias.len() == 12 && alias.bytes().all(|byte| byte.is_ascii_digit());
        if is_account_id {
            return Err(ApiError::validation("The account alias must not be a 12-digit number."));
        }
        if stage.world.accounts().any(|account| account.alias.as_deref() == Some(&alias)) {
            return Err(ApiError::new(
                "EntityAlreadyExists",
                409,
                format!("The account alias {alias} already exists."),
            ));
        }
        in_account(stage, |account| {
            account.alias = Some(alias.into());
            Ok(json!({}))
        })
    }
}
