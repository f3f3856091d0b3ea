//! `iam:PutRolePermissionsBoundary`: limits a role by a managed policy (rule E-21).

use super::boundary;
use super::holder::Holder;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        role_name: String,
        permissions_boundary: Arn,
    }
}

/// `iam:PutRolePermissionsBoundary`
#[derive(Clone, Copy, Debug)]
pub(crate) struct PutRolePermissionsBoundary;

impl Operation for PutRolePermissionsBoundary {
    type Input = Input;

    const NAME: &'static str = "iam:PutRolePermissionsBoundary";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let check = Holder::Role.check(Self::NAME, stage, &input.role_name);
        Ok(vec![boundary::with(check, Some(&input.permissions_boundary))])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        boundary::set(stage, Holder::Role, &input.role_name, Some(&input.permissions_boundary))?;
        Ok(json!({}))
    }
}
