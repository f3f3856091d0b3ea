//! `iam:AddUserToGroup`: puts a user into a group; once more is no error (rule E-10).

use super::holder::{Holder, in_account};
use crate::authz::AccessCheck;
use crate::catalog::Quota;
use crate::services::{ApiError, Operation, Stage};
use serde::Deserialize;
use serde_json::{Value, json};

/// The request.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub(crate) struct Input {
    group_name: String,
    user_name: String,
}

/// `iam:AddUserToGroup`
#[derive(Clone, Copy, Debug)]
pub(crate) struct AddUserToGroup;

impl Operation for AddUserToGroup {
    type Input = Input;

    const NAME: &'static str = "iam:AddUserToGroup";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Group.check(Self::NAME, stage, &input.group_name)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let quota = Quota::GroupsPerUser.value();
        in_account(stage, |account| {
            let group = account.group(&input.group_name).map(|group| group.name.clone());
            let group = group.ok_or_else(|| ApiError::no_such_entity("group", &input.group_name))?;
            let changed = account.change_user(&input.user_name, |user| {
                user.groups.insert(group);
                user.groups.len()
            });
            match changed {
                None => Err(ApiError::no_such_entity("user", &input.user_name)),
                Some(n_groups) if n_groups > quota => {
                    Err(ApiError::limit_exceeded(format!("Cannot exceed quota for GroupsPerUser: {quota}")))
                }
                Some(_) => Ok(json!({})),
            }
        })
    }
}
