//! `iam:DeleteInstanceProfile`: deletes an instance profile that holds no role (rule E-15).

use super::holder::in_account;
use super::input::OfInstanceProfile;
use super::{entity, instance_profile};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:DeleteInstanceProfile`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteInstanceProfile;

impl Operation for DeleteInstanceProfile {
    type Input = OfInstanceProfile;

    const NAME: &'static str = "iam:DeleteInstanceProfile";

    fn checks(input: &OfInstanceProfile, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![instance_profile::check(Self::NAME, stage, &input.instance_profile_name)])
    }

    fn execute(input: OfInstanceProfile, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        in_account(stage, |account| {
            let profile = instance_profile::find(account, &input.instance_profile_name)?;
            let hindrance = "Cannot delete entity, must remove roles from instance profile first.";
            entity::check_free(&[(profile.role.is_some(), hindrance)])?;
            account.remove_instance_profile(&input.instance_profile_name);
            Ok(json!({}))
        })
    }
}
