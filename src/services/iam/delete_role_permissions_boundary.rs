//! `iam:DeleteRolePermissionsBoundary`: takes a role's boundary away.

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
    role_name: String,
}

/// `iam:DeleteRolePermissionsBoundary`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteRolePermissionsBoundary;

impl Operation for DeleteRolePermissionsBoundary {
    type Input = Input;

    const NAME: &'static str = "iam:DeleteRolePermissionsBoundary";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Role.check(Self::NAME, stage, &input.role_name)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        boundary::set(stage, Holder::Role, &input.role_name, None)?;
        Ok(json!({}))
    }
}
