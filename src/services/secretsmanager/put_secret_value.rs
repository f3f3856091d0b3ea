//! `secretsmanager:PutSecretValue`: puts something else into a secret.

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
        secret_string: String,
    }
}

/// `secretsmanager:PutSecretValue`
#[derive(Clone, Copy, Debug)]
pub(crate) struct PutSecretValue;

impl Operation for PutSecretValue {
    type Input = Input;

    const NAME: &'static str = "secretsmanager:PutSecretValue";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![secret::check(Self::NAME, stage, &input.secret_id)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut changed = secret::find_live(stage, &input.secret_id)?;
        changed.content = Some(input.secret_string.into());
        let output = json!({ "ARN": changed.arn, "Name": changed.name, "VersionStages": ["AWSCURRENT"] });
        stage.world.put_resource(changed);
        Ok(output)
    }
}
