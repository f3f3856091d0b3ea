//! `iam:RemoveRoleFromInstanceProfile`: takes the role out of an instance profile (rules E-24, G-11).

use super::holder::in_account;
use super::input::ProfileRole;
use super::{entity, instance_profile};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:RemoveRoleFromInstanceProfile`
#[derive(Clone, Copy, Debug)]
pub(crate) struct RemoveRoleFromInstanceProfile;

impl Operation for RemoveRoleFromInstanceProfile {
    type Input = ProfileRole;

    const NAME: &'static str = "iam:RemoveRoleFromInstanceProfile";

    fn checks(input: &ProfileRole, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![instance_profile::check(Self::NAME, stage, &input.instance_profile_name)])
    }

    fn execute(input: ProfileRole, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        in_account(stage, |account| {
            let role = entity::role(account, &input.role_name)?.name.clone();
            instance_profile::change(account, &input.instance_profile_name, |profile| {
                let is_there = profile.role.as_deref() == Some(&role);
                profile.role.take_if(|_| is_there).ok_or_else(|| ApiError::no_such_entity("role", &role))?;
                Ok(json!({}))
            })
        })
    }
}
