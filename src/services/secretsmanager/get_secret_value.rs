//! `secretsmanager:GetSecretValue`: tells what is in a secret.

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

/// `secretsmanager:GetSecretValue`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetSecretValue;

impl Operation for GetSecretValue {
    type Input = Input;

    const NAME: &'static str = "secretsmanager:GetSecretValue";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![secret::check(Self::NAME, stage, &input.secret_id)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let found = secret::find_live(stage, &input.secret_id)?;
        let missing = || {
            let message = "Secrets Manager can't find the specified secret value for staging label: AWSCURRENT";
            ApiError::new("ResourceNotFoundException", 400, message)
        };
        let content = found.content.as_deref().ok_or_else(missing)?;
        Ok(json!({
            "ARN": found.arn, "Name": found.name, "SecretString": content, "VersionStages": ["AWSCURRENT"],
            "CreatedDate": found.created,
        }))
    }
}
