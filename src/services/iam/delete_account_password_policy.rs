//! `iam:DeleteAccountPasswordPolicy`: takes the account's own rules for passwords away; those of AWS hold again (rule E-27).

use super::holder::in_account;
use super::input::Nothing;
use super::password;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:DeleteAccountPasswordPolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteAccountPasswordPolicy;

impl Operation for DeleteAccountPasswordPolicy {
    type Input = Nothing;

    const NAME: &'static str = "iam:DeleteAccountPasswordPolicy";

    fn checks(_: &Nothing, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(_: Nothing, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        in_account(stage, |account| {
            let before = account.password_policy.take();
            before.map(|_| json!({})).ok_or_else(|| password::no_policy(account.id))
        })
    }
}
