//! `iam:GetRole`: shows a role with its trust policy.

use super::holder::Holder;
use super::input::OfRole;
use super::{entity, view};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:GetRole`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetRole;

impl Operation for GetRole {
    type Input = OfRole;

    const NAME: &'static str = "iam:GetRole";
    const IS_READ: bool = true;

    fn checks(input: &OfRole, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Role.check(Self::NAME, stage, &input.role_name)])
    }

    fn execute(input: OfRole, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let role = entity::role(entity::account(stage)?, &input.role_name)?;
        Ok(json!({ "Role": view::with_role_use(view::role_whole(role), role, stage) }))
    }
}
