//! `iam:GetServiceLinkedRoleDeletionStatus`: tells how the deletion of a service-linked role went.

use super::service_linked;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        deletion_task_id: String,
    }
}

/// `iam:GetServiceLinkedRoleDeletionStatus`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetServiceLinkedRoleDeletionStatus;

impl Operation for GetServiceLinkedRoleDeletionStatus {
    type Input = Input;

    const NAME: &'static str = "iam:GetServiceLinkedRoleDeletionStatus";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let role = role(&input.deletion_task_id).unwrap_or("*");
        let arn = Arn::new("iam", "", Some(stage.account()), &format!("role/{role}"));
        Ok(vec![AccessCheck::new(Self::NAME, arn.as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let known =
            role(&input.deletion_task_id).filter(|role| service_linked::task(stage, role) == input.deletion_task_id);
        known.ok_or_else(|| ApiError::no_such_entity("task", &input.deletion_task_id))?;
        Ok(json!({ "Status": "SUCCEEDED" }))
    }
}

/// Of `task/aws-service-role/<service>/<role>/<id>` what is the role's.
fn role(task: &str) -> Option<&str> {
    task.strip_prefix("task/")?.rsplit_once('/').map(|(role, _)| role)
}
