//! `iam:ListPolicyTags`: the tags of a managed policy.

use super::input::OfPolicy;
use super::{managed, tags};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:ListPolicyTags`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListPolicyTags;

impl Operation for ListPolicyTags {
    type Input = OfPolicy;

    const NAME: &'static str = "iam:ListPolicyTags";
    const IS_READ: bool = true;

    fn checks(input: &OfPolicy, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.policy_arn.as_str())])
    }

    fn execute(input: OfPolicy, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        Ok(json!({ "Tags": tags::list(&managed::find(stage, &input.policy_arn)?.tags) }))
    }
}
