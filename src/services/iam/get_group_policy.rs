//! `iam:GetGroupPolicy`: shows an inline policy of a group.

use super::holder::Holder;
use super::input::GroupPolicy;
use super::view;
use crate::authz::AccessCheck;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:GetGroupPolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetGroupPolicy;

impl Operation for GetGroupPolicy {
    type Input = GroupPolicy;

    const NAME: &'static str = "iam:GetGroupPolicy";
    const IS_READ: bool = true;

    fn checks(input: &GroupPolicy, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Group.check(Self::NAME, stage, &input.group_name)])
    }

    fn execute(input: GroupPolicy, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        view::inline_policy(stage, Holder::Group, &input.group_name, &input.policy_name)
    }
}
