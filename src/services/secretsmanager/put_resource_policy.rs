//! `secretsmanager:PutResourcePolicy`: puts a policy on a secret.

use super::secret;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, resource};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        secret_id: String,
        resource_policy: String,
        block_public_policy: bool,
    }
}

/// `secretsmanager:PutResourcePolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct PutResourcePolicy;

impl Operation for PutResourcePolicy {
    type Input = Input;

    const NAME: &'static str = "secretsmanager:PutResourcePolicy";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![secret::check(Self::NAME, stage, &input.secret_id)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut changed = secret::find(stage, &input.secret_id)?;
        let policy = resource::policy(stage, &input.resource_policy, "MalformedPolicyDocumentException")?;
        if input.block_public_policy && policy.policy().is_public() {
            let message = "The BlockPublicPolicy parameter is set to true, and the resource policy did not prevent broad access to the secret.";
            return Err(ApiError::new("PublicPolicyException", 400, message));
        }
        changed.policy = Some(policy);
        let output = json!({ "ARN": changed.arn, "Name": changed.name });
        stage.world.put_resource(changed);
        Ok(output)
    }
}
