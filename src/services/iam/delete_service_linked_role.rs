//! `iam:DeleteServiceLinkedRole`: asks for the deletion of a service-linked role; no service needs its own here (rule E-15).

use super::holder::{Holder, in_account};
use super::{entity, service_linked};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        role_name: String,
    }
}

/// `iam:DeleteServiceLinkedRole`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteServiceLinkedRole;

impl Operation for DeleteServiceLinkedRole {
    type Input = Input;

    const NAME: &'static str = "iam:DeleteServiceLinkedRole";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Role.check(Self::NAME, stage, &input.role_name)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let role = entity::role(entity::account(stage)?, &input.role_name)?;
        let path = role.arn.resource().strip_prefix("role/").filter(|path| path.starts_with("aws-service-role/"));
        let path = path.ok_or_else(|| service_linked::invalid("The role is not a service-linked role."))?;
        let task = service_linked::task(stage, path);
        in_account(stage, |account| {
            account.remove_role(&input.role_name);
            Ok(json!({ "DeletionTaskId": task }))
        })
    }
}
