//! `iam:AddUserToGroup`: puts a user into a group; once more is no error (rule E-10).

use super::entity;
use super::holder::{Holder, in_account};
use super::input::Membership;
use crate::authz::AccessCheck;
use crate::catalog::Quota;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage, validate};
use serde_json::Value;

/// `iam:AddUserToGroup`
#[derive(Clone, Copy, Debug)]
pub(crate) struct AddUserToGroup;

impl Operation for AddUserToGroup {
    type Input = Membership;

    const NAME: &'static str = "iam:AddUserToGroup";

    fn checks(input: &Membership, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Group.check(Self::NAME, stage, &input.group_name)])
    }

    fn execute(input: Membership, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        in_account(stage, |account| {
            let group = entity::group(account, &input.group_name)?.name.clone();
            entity::change_user(account, &input.user_name, |user| {
                if !user.groups.contains(&group) {
                    validate::room(Quota::GroupsPerUser, "GroupsPerUser", user.groups.len())?;
                    user.groups.insert(group);
                }
                Ok(())
            })??;
            Ok(json!({}))
        })
    }
}
