//! `iam:ListRolePolicies`: names the inline policies of a role.

use super::holder::Holder;
use super::input::OfRole;
use super::view;
use crate::authz::AccessCheck;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:ListRolePolicies`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListRolePolicies;

impl Operation for ListRolePolicies {
    type Input = OfRole;

    const NAME: &'static str = "iam:ListRolePolicies";
    const IS_READ: bool = true;

    fn checks(input: &OfRole, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Role.check(Self::NAME, stage, &input.role_name)])
    }

    fn execute(input: OfRole, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        view::inline_names(stage, Holder::Role, &input.role_name)
    }
}
