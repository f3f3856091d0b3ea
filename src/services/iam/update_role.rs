//! `iam:UpdateRole`: changes the description of a role and its longest session, which is one hour if none is given (rule E-23).

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
        description: Option<String>,
        max_session_duration: Option<u32>,
    }
}

/// `iam:UpdateRole`
#[derive(Clone, Copy, Debug)]
pub(crate) struct UpdateRole;

impl Operation for UpdateRole {
    type Input = Input;

    const NAME: &'static str = "iam:UpdateRole";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Role.check(Self::NAME, stage, &input.role_name)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        in_account(stage, |account| {
            // Of a service-linked role the description may be changed, and nothing else.
            if input.max_session_duration.is_some() {
                entity::check_unprotected(entity::role(account, &input.role_name)?)?;
            }
            entity::change_role(account, &input.role_name, |role| {
                role.max_session_seconds = input.max_session_duration.unwrap_or(view::DEFAULT_SESSION_SECONDS);
                if let Some(description) = input.description {
                    role.description = Some(description.into());
                }
            })?;
            Ok(json!({}))
        })
    }
}
