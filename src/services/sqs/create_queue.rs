//! `sqs:CreateQueue`: makes a queue; one that is there already is answered as it is.

use super::queue;
use crate::authz::AccessCheck;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, resource};
use serde_json::{Value, json};

request! {
    /// The request.
    pub(crate) struct Input {
        queue_name: String,
        attributes: std::collections::BTreeMap<String, String>,
    }
}

/// `sqs:CreateQueue`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateQueue;

impl Operation for CreateQueue {
    type Input = Input;

    const NAME: &'static str = "sqs:CreateQueue";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, resource::arn(stage, "sqs", &input.queue_name).as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let arn = resource::arn(stage, "sqs", &input.queue_name);
        let output = json!({ "QueueUrl": queue::url(&arn) });
        if stage.world.resource(&arn).is_none() {
            let mut made = resource::new(stage, &input.queue_name, arn);
            queue::set(stage, &mut made, input.attributes)?;
            stage.world.put_resource(made);
        }
        Ok(output)
    }
}
