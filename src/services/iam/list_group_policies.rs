//! `iam:ListGroupPolicies`: names the inline policies of a group.

use super::holder::Holder;
use super::view;
use crate::authz::AccessCheck;
use crate::services::{ApiError, Operation, Stage};
use serde::Deserialize;
use serde_json::{Value, json};

/// The request.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub(crate) struct Input {
    group_name: String,
}

/// `iam:ListGroupPolicies`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListGroupPolicies;

impl Operation for ListGroupPolicies {
    type Input = Input;

    const NAME: &'static str = "iam:ListGroupPolicies";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Group.check(Self::NAME, stage, &input.group_name)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let held = view::held(stage, Holder::Group, &input.group_name)?;
        let names: Vec<&str> = held.inline.keys().map(|name| &**name).collect();
        Ok(json!({ "PolicyNames": names, "IsTruncated": false }))
    }
}
