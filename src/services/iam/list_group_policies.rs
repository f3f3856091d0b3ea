//! `iam:ListGroupPolicies`: names the inline policies of a group.

use super::holder::Holder;
use super::input::OfGroup;
use super::view;
use crate::authz::AccessCheck;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:ListGroupPolicies`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListGroupPolicies;

impl Operation for ListGroupPolicies {
    type Input = OfGroup;

    const NAME: &'static str = "iam:ListGroupPolicies";
    const IS_READ: bool = true;

    fn checks(input: &OfGroup, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Group.check(Self::NAME, stage, &input.group_name)])
    }

    fn execute(input: OfGroup, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        view::inline_names(stage, Holder::Group, &input.group_name)
    }
}
