//! `iam:DeleteUserPermissionsBoundary`: takes a user's boundary away.

use super::boundary;
use super::holder::Holder;
use crate::authz::AccessCheck;
use crate::services::{ApiError, Operation, Stage};
use serde::Deserialize;
use serde_json::{Value, json};

/// The request.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub(crate) struct Input {
    user_name: String,
}

/// `iam:DeleteUserPermissionsBoundary`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteUserPermissionsBoundary;

impl Operation for DeleteUserPermissionsBoundary {
    type Input = Input;

    const NAME: &'static str = "iam:DeleteUserPermissionsBoundary";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::User.check(Self::NAME, stage, &input.user_name)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        boundary::set(stage, Holder::User, &input.user_name, None)?;
        Ok(json!({}))
    }
}
