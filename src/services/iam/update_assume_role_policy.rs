//! `iam:UpdateAssumeRolePolicy`: changes who may assume a role.

use super::holder::{Holder, in_account};
use super::{entity, trust};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        role_name: String,
        policy_document: String,
    }
}

/// `iam:UpdateAssumeRolePolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct UpdateAssumeRolePolicy;

impl Operation for UpdateAssumeRolePolicy {
    type Input = Input;

    const NAME: &'static str = "iam:UpdateAssumeRolePolicy";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Role.check(Self::NAME, stage, &input.role_name)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let trust = trust::read(stage.world, &input.policy_document)?;
        in_account(stage, |account| {
            entity::check_unprotected(entity::role(account, &input.role_name)?)?;
            entity::change_role(account, &input.role_name, |role| role.trust = trust)?;
            Ok(json!({}))
        })
    }
}
