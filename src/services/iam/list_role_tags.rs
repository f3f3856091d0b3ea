//! `iam:ListRoleTags`: lists the tags of a role.

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

/// `iam:ListRoleTags`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListRoleTags;

impl Operation for ListRoleTags {
    type Input = Input;

    const NAME: &'static str = "iam:ListRoleTags";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Role.check(Self::NAME, stage, &input.role_name)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let role = view::role(stage, &input.role_name)?;
        Ok(json!({ "Tags": view::tag_list(&role.tags), "IsTruncated": false }))
    }
}
