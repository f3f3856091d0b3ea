//! `iam:GetAccountPasswordPolicy`: shows the account's own rules for passwords (rule E-29).

use super::input::Nothing;
use super::{entity, password};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:GetAccountPasswordPolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetAccountPasswordPolicy;

impl Operation for GetAccountPasswordPolicy {
    type Input = Nothing;

    const NAME: &'static str = "iam:GetAccountPasswordPolicy";
    const IS_READ: bool = true;

    fn checks(_: &Nothing, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(_: Nothing, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let account = entity::account(stage)?;
        let policy = account.password_policy.as_ref().ok_or_else(|| password::no_policy(account.id))?;
        Ok(json!({ "PasswordPolicy": password::policy(policy) }))
    }
}
