//! `sns:CreateTopic`: makes a topic; one that is there already is answered as it is.

use crate::authz::AccessCheck;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, resource};
use serde_json::{Value, json};

request! {
    /// The request.
    pub(crate) struct Input {
        name: String,
    }
}

/// `sns:CreateTopic`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateTopic;

impl Operation for CreateTopic {
    type Input = Input;

    const NAME: &'static str = "sns:CreateTopic";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, resource::arn(stage, "sns", &input.name).as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let arn = resource::arn(stage, "sns", &input.name);
        let output = json!({ "TopicArn": arn });
        if stage.world.resource(&arn).is_none() {
            let made = resource::new(stage, &input.name, arn);
            stage.world.put_resource(made);
        }
        Ok(output)
    }
}
