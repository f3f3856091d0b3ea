//! `iam:ListGroupsForUser`: lists the groups that a user is in.

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

/// `iam:ListGroupsForUser`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListGroupsForUser;

impl Operation for ListGroupsForUser {
    type Input = Input;

    const NAME: &'static str = "iam:ListGroupsForUser";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::User.check(Self::NAME, stage, &input.user_name)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let user = view::user(stage, &input.user_name)?;
        let account = view::account(stage)?;
        let groups = user.groups.iter().filter_map(|name| account.group(name)).map(view::group_whole);
        let groups: Vec<Value> = groups.collect();
        Ok(json!({ "Groups": groups, "IsTruncated": false }))
    }
}
