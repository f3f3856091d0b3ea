//! `iam:DeleteUser`: deletes a user that nothing hangs on any more (rules E-15, E-16).

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
    user_name: String,
}

/// `iam:DeleteUser`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteUser;

impl Operation for DeleteUser {
    type Input = Input;

    const NAME: &'static str = "iam:DeleteUser";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::User.check(Self::NAME, stage, &input.user_name)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        in_account(stage, |account| {
            let user = account.user(&input.user_name);
            let user = user.ok_or_else(|| ApiError::no_such_entity("user", &input.user_name))?;
            let hindrance = [
                (!user.access_keys.is_empty(), "Cannot delete entity, must delete access keys first."),
                (!user.policies.attached.is_empty(), "Cannot delete entity, must detach all policies first."),
                (!user.policies.inline.is_empty(), "Cannot delete entity, must delete policies first."),
                (!user.groups.is_empty(), "Cannot delete entity, must remove users from group first."),
            ];
            if let Some((_, message)) = hindrance.into_iter().find(|(is_there, _)| *is_there) {
                return Err(view::conflict(message));
            }
            account.remove_user(&input.user_name);
            Ok(json!({}))
        })
    }
}
