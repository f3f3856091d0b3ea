//! `iam:CreateRole`: makes a role with its trust policy (rule E-23).

use super::holder::{Holder, in_account};
use super::tags::{self, Keys, Tag};
use super::{boundary, path, trust, view};
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::catalog::Quota;
use crate::json::json;
use crate::services::request::request;
use crate::services::validate;
use crate::services::{ApiError, Operation, Stage};
use crate::world::{IdKind, PolicyHolder, Role};
use serde_json::Value;
use std::collections::BTreeMap;

request! {
    /// The request.
    pub(crate) struct Input {
        path: Option<String>,
        role_name: String,
        assume_role_policy_document: String,
        description: Option<String>,
        max_session_duration: Option<u32>,
        permissions_boundary: Option<Arn>,
        tags: Vec<Tag>,
    }
}

/// `iam:CreateRole`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateRole;

impl Operation for CreateRole {
    type Input = Input;

    const NAME: &'static str = "iam:CreateRole";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let check = |action| Holder::Role.check_new(action, stage, input.path.as_deref(), &input.role_name);
        let make = boundary::with(check(Self::NAME)?, input.permissions_boundary.as_ref());
        let mut checks = vec![tags::with(make, &input.tags)];
        if !input.tags.is_empty() {
            checks.push(tags::with(check("iam:TagRole")?, &input.tags));
        }
        Ok(checks)
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let arn = path::arn(stage.account(), Holder::Role.word(), input.path.as_deref(), &input.role_name)?;
        let mut tags = BTreeMap::new();
        tags::put(&mut tags, input.tags, Keys::AnyCase)?;
        let trust = trust::read(stage.world, &input.assume_role_policy_document)?;
        let max_session_seconds = input.max_session_duration.unwrap_or(view::DEFAULT_SESSION_SECONDS);
        let role = Role {
            name: input.role_name.clone().into(),
            arn,
            id: stage.world.next_id(IdKind::Role),
            created: stage.now,
            description: input.description.map(Into::into),
            trust,
            max_session_seconds,
            policies: PolicyHolder::default(),
            permissions_boundary: input.permissions_boundary.clone(),
            tags,
        };
        let output = json!({ "Role": view::role_made(&role) });
        let now = stage.now;
        in_account(stage, |account| {
            input.permissions_boundary.iter().try_for_each(|arn| boundary::check(account, arn, now))?;
            if account.role(&input.role_name).is_some() {
                return Err(ApiError::already_exists("Role", &input.role_name));
            }
            validate::room(Quota::RolesPerAccount, "RolesPerAccount", account.roles().count())?;
            account.put_role(role);
            Ok(output)
        })
    }
}
