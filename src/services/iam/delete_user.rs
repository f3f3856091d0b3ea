//! `iam:DeleteUser`: deletes a user that nothing hangs on any more (rules E-15, E-16).

use super::entity;
use super::holder::{Holder, in_account};
use super::input::OfUser;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:DeleteUser`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteUser;

impl Operation for DeleteUser {
    type Input = OfUser;

    const NAME: &'static str = "iam:DeleteUser";

    fn checks(input: &OfUser, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::User.check(Self::NAME, stage, &input.user_name)])
    }

    fn execute(input: OfUser, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        in_account(stage, |account| {
            let user = entity::user(account, &input.user_name)?;
            let has_device = account.mfa_devices_of(&user.id).next().is_some();
            entity::check_free(&[
                (user.login.is_some(), "Cannot delete entity, must delete login profile first."),
                (!user.access_keys.is_empty(), "Cannot delete entity, must delete access keys first."),
                (has_device, "Cannot delete entity, must delete MFA device first."),
                (!user.policies.attached.is_empty(), "Cannot delete entity, must detach all policies first."),
                (!user.policies.inline.is_empty(), "Cannot delete entity, must delete policies first."),
                (!user.groups.is_empty(), "Cannot delete entity, must remove users from group first."),
            ])?;
            account.remove_user(&input.user_name);
            Ok(json!({}))
        })
    }
}
