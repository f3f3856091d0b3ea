//! `iam:ListUserPolicies`: names the inline policies of a user.

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
    user_name: String,
}

/// `iam:ListUserPolicies`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListUserPolicies;

impl Operation for ListUserPolicies {
    type Input = Input;

    const NAME: &'static str = "iam:ListUserPolicies";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::User.check(Self::NAME, stage, &input.user_name)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let held = view::held(stage, Holder::User, &input.user_name)?;
        let names: Vec<&str> = held.inline.keys().map(|name| &**name).collect();
        Ok(json!({ "PolicyNames": names, "IsTruncated": false }))
    }
}
