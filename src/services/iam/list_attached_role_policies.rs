//! `iam:ListAttachedRolePolicies`: lists the managed policies that are attached to a role.

use super::holder::Holder;
use super::input::OfRole;
use super::view;
use crate::authz::AccessCheck;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:ListAttachedRolePolicies`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListAttachedRolePolicies;

impl Operation for ListAttachedRolePolicies {
    type Input = OfRole;

    const NAME: &'static str = "iam:ListAttachedRolePolicies";
    const IS_READ: bool = true;

    fn checks(input: &OfRole, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Role.check(Self::NAME, stage, &input.role_name)])
    }

    fn execute(input: OfRole, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        view::attached_policies(stage, Holder::Role, &input.role_name)
    }
}
