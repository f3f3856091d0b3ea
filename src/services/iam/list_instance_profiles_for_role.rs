//! `iam:ListInstanceProfilesForRole`: lists the instance profiles that hold a role.

use super::holder::Holder;
use super::input::OfRole;
use super::{entity, instance_profile};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:ListInstanceProfilesForRole`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListInstanceProfilesForRole;

impl Operation for ListInstanceProfilesForRole {
    type Input = OfRole;

    const NAME: &'static str = "iam:ListInstanceProfilesForRole";
    const IS_READ: bool = true;

    fn checks(input: &OfRole, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Role.check(Self::NAME, stage, &input.role_name)])
    }

    fn execute(input: OfRole, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let account = entity::account(stage)?;
        let role = entity::role(account, &input.role_name)?;
        let all = account.instance_profiles_of(&role.name);
        let all: Vec<Value> = all.map(|profile| instance_profile::in_list(account, profile)).collect();
        Ok(json!({ "InstanceProfiles": all }))
    }
}
