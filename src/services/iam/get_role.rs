//! `iam:GetRole`: shows a role with its trust policy.

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

/// `iam:GetRole`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetRole;

impl Operation for GetRole {
    type Input = Input;

    const NAME: &'static str = "iam:GetRole";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Role.check(Self::NAME, stage, &input.role_name)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        Ok(json!({ "Role": view::role_whole(view::role(stage, &input.role_name)?) }))
    }
}
