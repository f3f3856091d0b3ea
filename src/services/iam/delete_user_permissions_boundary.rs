//! `iam:DeleteUserPermissionsBoundary`: takes a user's boundary away.

use super::boundary;
use super::holder::Holder;
use super::input::OfUser;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:DeleteUserPermissionsBoundary`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteUserPermissionsBoundary;

impl Operation for DeleteUserPermissionsBoundary {
    type Input = OfUser;

    const NAME: &'static str = "iam:DeleteUserPermissionsBoundary";

    fn checks(input: &OfUser, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::User.check(Self::NAME, stage, &input.user_name)])
    }

    fn execute(input: OfUser, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        boundary::set(stage, Holder::User, &input.user_name, None)?;
        Ok(json!({}))
    }
}
