//! `iam:DeleteUserPolicy`: deletes an inline policy of a user.

use super::holder::Holder;
use super::input::UserPolicy;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:DeleteUserPolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteUserPolicy;

impl Operation for DeleteUserPolicy {
    type Input = UserPolicy;

    const NAME: &'static str = "iam:DeleteUserPolicy";

    fn checks(input: &UserPolicy, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::User.check(Self::NAME, stage, &input.user_name)])
    }

    fn execute(input: UserPolicy, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        Holder::User.delete(stage, &input.user_name, &input.policy_name)?;
        Ok(json!({}))
    }
}
