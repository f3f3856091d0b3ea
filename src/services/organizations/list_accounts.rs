//! `organizations:ListAccounts`: every account of the organization.

use super::{account, scope};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request, which has no members.
    pub(crate) struct Input {}
}

/// `organizations:ListAccounts`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListAccounts;

impl Operation for ListAccounts {
    type Input = Input;

    const NAME: &'static str = "organizations:ListAccounts";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(_: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let organization = scope::seen(stage)?;
        let accounts = organization.accounts().map(|(id, _)| account::view(stage.world, organization, id));
        Ok(json!({ "Accounts": accounts.collect::<Vec<_>>() }))
    }
}
