//! `iam:RemoveUserFromGroup`: takes a user out of a group.

use super::entity;
use super::holder::{Holder, in_account};
use super::input::Membership;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:RemoveUserFromGroup`
#[derive(Clone, Copy, Debug)]
pub(crate) struct RemoveUserFromGroup;

impl Operation for RemoveUserFromGroup {
    type Input = Membership;

    const NAME: &'static str = "iam:RemoveUserFromGroup";

    fn checks(input: &Membership, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Group.check(Self::NAME, stage, &input.group_name)])
    }

    fn execute(input: Membership, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        in_account(stage, |account| {
            let group = entity::group(account, &input.group_name)?.name.clone();
            let removed = entity::change_user(account, &input.user_name, |user| user.groups.remove(&group))?;
            let message = format!("User {} is not in group {group}.", input.user_name);
            removed.then(|| json!({})).ok_or_else(|| ApiError::new("NoSuchEntity", 404, message))
        })
    }
}
