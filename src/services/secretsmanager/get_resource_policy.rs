//! `secretsmanager:GetResourcePolicy`: shows the policy on a secret.

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

/// `secretsmanager:GetResourcePolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetResourcePolicy;

impl Operation for GetResourcePolicy {
    type Input = Input;

    const NAME: &'static str = "secretsmanager:GetResourcePolicy";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![secret::check(Self::NAME, stage, &input.secret_id)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let found = secret::find(stage, &input.secret_id)?;
        let mut output = json!({ "ARN": found.arn, "Name": found.name });
        if let Some(policy) = &found.policy {
            output["ResourcePolicy"] = json!(policy.text());
        }
        Ok(output)
    }
}
