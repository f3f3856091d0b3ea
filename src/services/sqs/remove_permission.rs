//! `sqs:RemovePermission`: takes a statement out of the policy of a queue.

use super::queue;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, permission};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        queue_url: String,
        label: String,
    }
}

/// `sqs:RemovePermission`
#[derive(Clone, Copy, Debug)]
pub(crate) struct RemovePermission;

impl Operation for RemovePermission {
    type Input = Input;

    const NAME: &'static str = "sqs:RemovePermission";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![queue::check(Self::NAME, stage, &input.queue_url)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut changed = queue::find(stage, &input.queue_url)?;
        let mut statements = permission::statements(changed.policy.as_ref());
        let missing = || queue::invalid(&input.label, "Label", "can't find label on existing policy.");
        statements.remove(permission::position(&statements, &input.label).ok_or_else(missing)?);
        let id = format!("{}/SQSDefaultPolicy", changed.arn);
        changed.policy = permission::policy("2008-10-17", &id, &statements, "InvalidParameterValue")?;
        stage.world.put_resource(changed);
        Ok(json!({}))
    }
}
