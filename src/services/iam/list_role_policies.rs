//! `iam:ListRolePolicies`: names the inline policies of a role.

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
    role_name: String,
}

/// `iam:ListRolePolicies`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListRolePolicies;

impl Operation for ListRolePolicies {
    type Input = Input;

    const NAME: &'static str = "iam:ListRolePolicies";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Role.check(Self::NAME, stage, &input.role_name)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let held = view::held(stage, Holder::Role, &input.role_name)?;
        let names: Vec<&str> = held.inline.keys().map(|name| &**name).collect();
        Ok(json!({ "PolicyNames": names, "IsTruncated": false }))
    }
}
