//! `iam:DeleteGroupPolicy`: deletes an inline policy of a group.

use super::holder::Holder;
use super::input::GroupPolicy;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:DeleteGroupPolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteGroupPolicy;

impl Operation for DeleteGroupPolicy {
    type Input = GroupPolicy;

    const NAME: &'static str = "iam:DeleteGroupPolicy";

    fn checks(input: &GroupPolicy, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Group.check(Self::NAME, stage, &input.group_name)])
    }

    fn execute(input: GroupPolicy, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        Holder::Group.delete(stage, &input.group_name, &input.policy_name)?;
        Ok(json!({}))
    }
}
