//! `iam:UpdateRoleDescription`: changes what is said of a role, of a service-linked one as well (rule E-25).

use super::holder::{Holder, in_account};
use super::{entity, view};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        role_name: String,
        description: String,
    }
}

/// `iam:UpdateRoleDescription`
#[derive(Clone, Copy, Debug)]
pub(crate) struct UpdateRoleDescription;

impl Operation for UpdateRoleDescription {
    type Input = Input;

    const NAME: &'static str = "iam:UpdateRoleDescription";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Role.check(Self::NAME, stage, &input.role_name)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        in_account(stage, |account| {
            entity::change_role(account, &input.role_name, |role| {
                role.description = Some(input.description.into());
                json!({ "Role": view::role_whole(role) })
            })
        })
    }
}
