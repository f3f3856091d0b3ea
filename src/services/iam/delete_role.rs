//! `iam:DeleteRole`: deletes a role that holds no policies (rules E-15 to E-17).

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
    role_name: String,
}

/// `iam:DeleteRole`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteRole;

impl Operation for DeleteRole {
    type Input = Input;

    const NAME: &'static str = "iam:DeleteRole";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Role.check(Self::NAME, stage, &input.role_name)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        in_account(stage, |account| {
            let role = account.role(&input.role_name);
            let role = role.ok_or_else(|| ApiError::no_such_entity("role", &input.role_name))?;
            view::check_unprotected(role)?;
            let hindrance = [
                (!role.policies.attached.is_empty(), "Cannot delete entity, must detach all policies first."),
                (!role.policies.inline.is_empty(), "Cannot delete entity, must delete policies first."),
            ];
            if let Some((_, message)) = hindrance.into_iter().find(|(is_there, _)| *is_there) {
                return Err(view::conflict(message));
            }
            account.remove_role(&input.role_name);
            Ok(json!({}))
        })
    }
}
