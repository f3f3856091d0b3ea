//! `secretsmanager:CreateSecret`: makes a secret; its ARN ends in six characters that nobody chooses.

use super::secret;
use crate::authz::AccessCheck;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, resource};
use serde_json::{Value, json};

request! {
    /// The request.
    pub(crate) struct Input {
        name: String,
        description: Option<String>,
        #[expect(dead_code, reason = "what is in a secret does not exist")]
        secret_string: Option<String>,
    }
}

/// `secretsmanager:CreateSecret`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateSecret;

impl Operation for CreateSecret {
    type Input = Input;

    const NAME: &'static str = "secretsmanager:CreateSecret";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![
            AccessCheck::new(
                Self::NAME,
                resource::arn(stage, "secretsmanager", &format!("secret:{}", input.name)).as_str(),
            )
            .with("secretsmanager:Name", &input.name),
        ])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        if secret::known(stage, &input.name).is_some() {
            let message = format!("The operation failed because the secret {} already exists.", input.name);
            return Err(ApiError::new("ResourceExistsException", 400, message));
        }
        let end = stage.world.next_uuid();
        let arn = resource::arn(stage, "secretsmanager", &format!("secret:{}-{}", input.name, &end[..6]));
        let mut made = resource::new(stage, &input.name, arn.clone());
        made.attributes.extend(input.description.map(|text| ("Description".into(), text.into())));
        stage.world.put_resource(made);
        Ok(json!({ "ARN": arn, "Name": input.name }))
    }
}
