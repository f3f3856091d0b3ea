//! `iam:ListUserTags`: lists the tags of a user.

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

/// `iam:ListUserTags`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListUserTags;

impl Operation for ListUserTags {
    type Input = Input;

    const NAME: &'static str = "iam:ListUserTags";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::User.check(Self::NAME, stage, &input.user_name)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let user = view::user(stage, &input.user_name)?;
        Ok(json!({ "Tags": view::tag_list(&user.tags), "IsTruncated": false }))
    }
}
