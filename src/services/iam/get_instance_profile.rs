//! `iam:GetInstanceProfile`: shows an instance profile with its role.

use super::input::OfInstanceProfile;
use super::{entity, instance_profile};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:GetInstanceProfile`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetInstanceProfile;

impl Operation for GetInstanceProfile {
    type Input = OfInstanceProfile;

    const NAME: &'static str = "iam:GetInstanceProfile";
    const IS_READ: bool = true;

    fn checks(input: &OfInstanceProfile, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![instance_profile::check(Self::NAME, stage, &input.instance_profile_name)])
    }

    fn execute(input: OfInstanceProfile, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let account = entity::account(stage)?;
        let profile = instance_profile::find(account, &input.instance_profile_name)?;
        Ok(json!({ "InstanceProfile": instance_profile::whole(account, profile) }))
    }
}
