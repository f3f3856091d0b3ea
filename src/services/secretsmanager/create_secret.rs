//! `secretsmanager:CreateSecret`: makes a secret; its ARN ends in six characters that nobody chooses.

use super::secret;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::tags::{self, Tag};
use crate::services::{ApiError, Operation, Stage, resource};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        name: String,
        description: Option<String>,
        secret_string: Option<String>,
        tags: Vec<Tag>,
    }
}

/// `secretsmanager:CreateSecret`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateSecret;

impl Operation for CreateSecret {
    type Input = Input;

    const NAME: &'static str = "secretsmanager:CreateSecret";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let arn = resource::arn(stage, "secretsmanager", &format!("secret:{}", input.name));
        let check = |action| tags::with(AccessCheck::new(action, arn.as_str()), &input.tags);
        let mut checks = vec![check(Self::NAME).with("secretsmanager:Name", &input.name)];
        if !input.tags.is_empty() {
            checks.push(check("secretsmanager:TagResource"));
        }
        Ok(checks)
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        if let Some(known) = secret::known(stage, &input.name) {
            if known.deletion.is_some() {
                let message =
                    "You can't create this secret because a secret with this name is already scheduled for deletion.";
                return Err(ApiError::new("InvalidRequestException", 400, message));
            }
            let message = format!("The operation failed because the secret {} already exists.", input.name);
            return Err(ApiError::new("ResourceExistsException", 400, message));
        }
        let end = stage.world.next_uuid();
        let arn = resource::arn(stage, "secretsmanager", &format!("secret:{}-{}", input.name, &end[..6]));
        let mut made = resource::new(stage, &input.name, arn.clone());
        made.attributes.extend(input.description.map(|text| ("Description".into(), text.into())));
        made.content = input.secret_string.map(Into::into);
        secret::put_tags(&mut made, input.tags)?;
        stage.world.put_resource(made);
        Ok(json!({ "ARN": arn, "Name": input.name }))
    }
}
