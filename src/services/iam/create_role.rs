//! `iam:CreateRole`: makes a role with its trust policy (rule E-23).

use super::boundary;
use super::holder::{Holder, in_account};
use super::trust;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::services::validate;
use crate::services::{ApiError, Operation, Stage};
use crate::world::{IdKind, PolicyHolder, Role};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The request.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub(crate) struct Input {
    role_name: String,
    assume_role_policy_document: String,
    max_session_duration: Option<u32>,
    permissions_boundary: Option<Arn>,
}

/// `iam:CreateRole`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateRole;

impl Operation for CreateRole {
    type Input = Input;

    const NAME: &'static str = "iam:CreateRole";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        validate::name("roleName", &input.role_name, 1..=64)?;
        let check = Holder::Role.check(Self::NAME, stage, &input.role_name);
        Ok(vec![boundary::with(check, input.permissions_boundary.as_ref())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let arn = Holder::Role.arn(stage.world, stage.account(), &input.role_name);
        let trust = trust::read(stage.world, &input.assume_role_policy_document)?;
        let max_session_seconds = input.max_session_duration.unwrap_or(3_600);
        if !(3_600..=43_200).contains(&max_session_seconds) {
            let problem = "Member must have value greater than or equal to 3600 and less than or equal to 43200";
            return Err(validate::failed("maxSessionDuration", &max_session_seconds.to_string(), problem));
        }
        let role = Role {
            name: input.role_name.clone().into(),
            arn,
            id: stage.world.next_id(IdKind::Role),
            created: stage.now,
            trust,
            max_session_seconds,
            policies: PolicyHolder::default(),
            permissions_boundary: input.permissions_boundary.clone(),
            tags: BTreeMap::new(),
        };
        let output = json!({ "Role": {
            "Path": "/", "RoleName": role.name, "RoleId": role.id, "Arn": role.arn, "CreateDate": role.created,
        }});
        let now = stage.now;
        in_account(stage, |account| {
            input.permissions_boundary.iter().try_for_each(|arn| boundary::check(account, arn, now))?;
            if account.role(&input.role_name).is_some() {
                return Err(ApiError::already_exists("Role", &input.role_name));
            }
            account.put_role(role);
            Ok(output)
        })
    }
}
