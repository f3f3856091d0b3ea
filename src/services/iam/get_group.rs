//! `iam:GetGroup`: shows a group and who is in it.

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

/// `iam:GetGroup`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetGroup;

impl Operation for GetGroup {
    type Input = Input;

    const NAME: &'static str = "iam:GetGroup";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Group.check(Self::NAME, stage, &input.group_name)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let group = view::group(stage, &input.group_name)?;
        let members = view::account(stage)?.members(&group.name).map(view::user_in_list);
        let members: Vec<Value> = members.collect();
        Ok(json!({ "Group": view::group_whole(group), "Users": members, "IsTruncated": false }))
    }
}
