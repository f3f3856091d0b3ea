//! `iam:DetachGroupPolicy`: detaches a managed policy from a group (rule E-20).

use super::holder::Holder;
use super::input::GroupAttachment;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:DetachGroupPolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DetachGroupPolicy;

impl Operation for DetachGroupPolicy {
    type Input = GroupAttachment;

    const NAME: &'static str = "iam:DetachGroupPolicy";

    fn checks(input: &GroupAttachment, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let check = Holder::Group.check(Self::NAME, stage, &input.group_name);
        Ok(vec![check.with("iam:PolicyARN", input.policy_arn.as_str())])
    }

    fn execute(input: GroupAttachment, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        Holder::Group.detach(stage, &input.group_name, &input.policy_arn)?;
        Ok(json!({}))
    }
}
