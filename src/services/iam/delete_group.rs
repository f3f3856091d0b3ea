//! `iam:DeleteGroup`: deletes a group that is empty and holds no policies (rule E-15).

use super::holder::{Holder, in_account};
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

/// `iam:DeleteGroup`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteGroup;

impl Operation for DeleteGroup {
    type Input = Input;

    const NAME: &'static str = "iam:DeleteGroup";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Group.check(Self::NAME, stage, &input.group_name)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        in_account(stage, |account| {
            let group = account.group(&input.group_name);
            let group = group.ok_or_else(|| ApiError::no_such_entity("group", &input.group_name))?;
            let has_members = account.members(&input.group_name).next().is_some();
            let hindrance = [
                (has_members, "Cannot delete entity, must remove users from group first."),
                (!group.policies.attached.is_empty(), "Cannot delete entity, must detach all policies first."),
                (!group.policies.inline.is_empty(), "Cannot delete entity, must delete policies first."),
            ];
            if let Some((_, message)) = hindrance.into_iter().find(|(is_there, _)| *is_there) {
                return Err(view::conflict(message));
            }
            account.remove_group(&input.group_name);
            Ok(json!({}))
        })
    }
}
