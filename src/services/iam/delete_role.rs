//! `iam:DeleteRole`: deletes a role that holds no policies (rules E-15 to E-17).

use super::entity;
use super::holder::{Holder, in_account};
use super::input::OfRole;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:DeleteRole`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteRole;

impl Operation for DeleteRole {
    type Input = OfRole;

    const NAME: &'static str = "iam:DeleteRole";

    fn checks(input: &OfRole, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Role.check(Self::NAME, stage, &input.role_name)])
    }

    fn execute(input: OfRole, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        in_account(stage, |account| {
            let role = entity::role(account, &input.role_name)?;
            entity::check_unprotected(role)?;
            let is_in_profile = account.instance_profiles_of(&role.name).next().is_some();
            entity::check_free(&[
                (is_in_profile, "Cannot delete entity, must remove roles from instance profile first."),
                (!role.policies.attached.is_empty(), "Cannot delete entity, must detach all policies first."),
                (!role.policies.inline.is_empty(), "Cannot delete entity, must delete policies first."),
            ])?;
            account.remove_role(&input.role_name);
            Ok(json!({}))
        })
    }
}
