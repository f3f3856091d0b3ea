//! `iam:GetUserPolicy`: shows an inline policy of a user.

use super::holder::Holder;
use super::input::UserPolicy;
use super::view;
use crate::authz::AccessCheck;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:GetUserPolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetUserPolicy;

impl Operation for GetUserPolicy {
    type Input = UserPolicy;

    const NAME: &'static str = "iam:GetUserPolicy";
    const IS_READ: bool = true;

    fn checks(input: &UserPolicy, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::User.check(Self::NAME, stage, &input.user_name)])
    }

    fn execute(input: UserPolicy, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        view::inline_policy(stage, Holder::User, &input.user_name, &input.policy_name)
    }
}
