//! `secretsmanager:DeleteResourcePolicy`: takes the policy off a secret.

use super::secret;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        secret_id: String,
    }
}

/// `secretsmanager:DeleteResourcePolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteResourcePolicy;

impl Operation for DeleteResourcePolicy {
    type Input = Input;

    const NAME: &'static str = "secretsmanager:DeleteResourcePolicy";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![secret::check(Self::NAME, stage, &input.secret_id)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut changed = secret::find(stage, &input.secret_id)?;
        changed.policy = None;
        let output = json!({ "ARN": changed.arn, "Name": changed.name });
        stage.world.put_resource(changed);
        Ok(output)
    }
}
