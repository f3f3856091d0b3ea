//! `iam:ListAttachedGroupPolicies`: lists the managed policies that are attached to a group.

use super::holder::Holder;
use super::input::OfGroup;
use super::view;
use crate::authz::AccessCheck;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:ListAttachedGroupPolicies`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListAttachedGroupPolicies;

impl Operation for ListAttachedGroupPolicies {
    type Input = OfGroup;

    const NAME: &'static str = "iam:ListAttachedGroupPolicies";
    const IS_READ: bool = true;

    fn checks(input: &OfGroup, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Group.check(Self::NAME, stage, &input.group_name)])
    }

    fn execute(input: OfGroup, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        view::attached_policies(stage, Holder::Group, &input.group_name)
    }
}
