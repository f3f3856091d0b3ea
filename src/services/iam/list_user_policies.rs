//! `iam:ListUserPolicies`: names the inline policies of a user.

use super::holder::Holder;
use super::input::OfUser;
use super::view;
use crate::authz::AccessCheck;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:ListUserPolicies`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListUserPolicies;

impl Operation for ListUserPolicies {
    type Input = OfUser;

    const NAME: &'static str = "iam:ListUserPolicies";
    const IS_READ: bool = true;

    fn checks(input: &OfUser, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::User.check(Self::NAME, stage, &input.user_name)])
    }

    fn execute(input: OfUser, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        view::inline_names(stage, Holder::User, &input.user_name)
    }
}
