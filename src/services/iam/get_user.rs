//! `iam:GetUser`: shows a user; without a name the caller.

use super::holder::Holder;
use super::input::OfUserOrCaller;
use super::{entity, view};
use crate::arn::AccountId;
use crate::authz::AccessCheck;
use crate::eval::Principal;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:GetUser`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetUser;

impl Operation for GetUser {
    type Input = OfUserOrCaller;

    const NAME: &'static str = "iam:GetUser";
    const IS_READ: bool = true;

    fn checks(input: &OfUserOrCaller, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        if let Some(account) = root(input, stage) {
            return Ok(vec![AccessCheck::new(Self::NAME, account.root_arn().as_str())]);
        }
        let name = entity::own_name(stage, input.user_name.as_ref())?;
        Ok(vec![Holder::User.check(Self::NAME, stage, &name)])
    }

    fn execute(input: OfUserOrCaller, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        if let Some(account) = root(&input, stage) {
            return Ok(json!({ "User": { "UserId": account, "Arn": account.root_arn() } }));
        }
        let name = entity::own_name(stage, input.user_name.as_ref())?;
        let user = entity::user(entity::account(stage)?, &name)?;
        Ok(json!({ "User": view::with_password_use(view::user_whole(user), user, stage.activity) }))
    }
}

/// The root user that asks who it is.
fn root(input: &OfUserOrCaller, stage: &Stage<'_>) -> Option<AccountId> {
    let principal = &stage.caller.caller()?.principal;
    match principal {
        Principal::Root { account } if input.user_name.is_none() => Some(*account),
        _ => None,
    }
}
