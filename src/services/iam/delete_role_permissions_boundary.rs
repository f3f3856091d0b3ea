//! `iam:DeleteRolePermissionsBoundary`: takes a role's boundary away.

use super::boundary;
use super::holder::Holder;
use super::input::OfRole;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:DeleteRolePermissionsBoundary`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteRolePermissionsBoundary;

impl Operation for DeleteRolePermissionsBoundary {
    type Input = OfRole;

    const NAME: &'static str = "iam:DeleteRolePermissionsBoundary";

    fn checks(input: &OfRole, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Role.check(Self::NAME, stage, &input.role_name)])
    }

    fn execute(input: OfRole, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        boundary::set(stage, Holder::Role, &input.role_name, None)?;
        Ok(json!({}))
    }
}
