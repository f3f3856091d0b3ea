//! `iam:RemoveUserFromGroup`: takes a user out of a group.

use super::holder::{Holder, in_account};
use crate::authz::AccessCheck;
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

/// `iam:RemoveUserFromGroup`
#[derive(Clone, Copy, Debug)]
pub(crate) struct RemoveUserFromGroup;

impl Operation for RemoveUserFromGroup {
    type Input = Input;

    const NAME: &'static str = "iam:RemoveUserFromGroup";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Group.check(Self::NAME, stage, &input.group_name)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        in_account(stage, |account| {
            let group = account.group(&input.group_name).map(|group| group.name.clone());
            let group = group.ok_or_else(|| ApiError::no_such_entity("group", &input.group_name))?;
            let changed = account.change_user(&input.user_name, |user| user.groups.remove(&group));
            let removed = changed.ok_or_else(|| ApiError::no_such_entity("user", &input.user_name))?;
            let message = format!("User {} is not in group {group}.", input.user_name);
            removed.then(|| json!({})).ok_or_else(|| ApiError::new("NoSuchEntity", 404, message))
        })
    }
}
