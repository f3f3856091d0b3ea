//! `iam:ListGroupsForUser`: lists the groups that a user is in.

use super::holder::Holder;
use super::input::OfUser;
use super::{entity, view};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:ListGroupsForUser`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListGroupsForUser;

impl Operation for ListGroupsForUser {
    type Input = OfUser;

    const NAME: &'static str = "iam:ListGroupsForUser";
    const IS_READ: bool = true;

    fn checks(input: &OfUser, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::User.check(Self::NAME, stage, &input.user_name)])
    }

    fn execute(input: OfUser, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let account = entity::account(stage)?;
        let user = entity::user(account, &input.user_name)?;
        let groups = user.groups.iter().filter_map(|name| account.group(name)).map(view::group_whole);
        let groups: Vec<Value> = groups.collect();
        Ok(json!({ "Groups": groups }))
    }
}
