//! `iam:AddRoleToInstanceProfile`: puts a role into an instance profile (rule E-24).

use super::holder::in_account;
use super::input::ProfileRole;
use super::{entity, instance_profile};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage, pass_role};
use serde_json::Value;

/// `iam:AddRoleToInstanceProfile`
#[derive(Clone, Copy, Debug)]
pub(crate) struct AddRoleToInstanceProfile;

impl Operation for AddRoleToInstanceProfile {
    type Input = ProfileRole;

    const NAME: &'static str = "iam:AddRoleToInstanceProfile";

    fn checks(input: &ProfileRole, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let arn = pass_role::arn(stage, &input.role_name);
        Ok(vec![
            instance_profile::check(Self::NAME, stage, &input.instance_profile_name),
            pass_role::check(&arn, "ec2.amazonaws.com", None),
        ])
    }

    fn execute(input: ProfileRole, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        in_account(stage, |account| {
            let role = entity::role(account, &input.role_name)?;
            entity::check_unprotected(role)?;
            let role = role.name.clone();
            instance_profile::change(account, &input.instance_profile_name, |profile| {
                if profile.role.is_some() {
                    let message = "Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1";
                    return Err(ApiError::limit_exceeded(message));
                }
                profile.role = Some(role);
                Ok(json!({}))
            })
        })
    }
}
