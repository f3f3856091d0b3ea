//! `sqs:CreateQueue`: makes a queue; one that is there already is answered as it is.

use super::queue;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, resource, tags};
use serde_json::Value;
use std::collections::BTreeMap;

request! {
    /// The request.
    pub(crate) struct Input {
        queue_name: String,
        attributes: BTreeMap<String, String>,
        tags: BTreeMap<String, String>,
    }
}

/// `sqs:CreateQueue`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateQueue;

impl Operation for CreateQueue {
    type Input = Input;

    const NAME: &'static str = "sqs:CreateQueue";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let arn = resource::arn(stage, "sqs", &input.queue_name);
        let wanted = tags::of_map(&input.tags);
        let check = |action| tags::with(AccessCheck::new(action, arn.as_str()), &wanted);
        // "To be able to tag a queue on creation, you must have the sqs:CreateQueue and sqs:TagQueue permissions."
        let tag = (!wanted.is_empty()).then(|| check("sqs:TagQueue"));
        Ok(std::iter::once(check(Self::NAME)).chain(tag).collect())
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let arn = resource::arn(stage, "sqs", &input.queue_name);
        let output = json!({ "QueueUrl": queue::url(&arn) });
        if stage.world.resource(&arn).is_none() {
            let mut made = resource::new(stage, &input.queue_name, arn);
            queue::set(stage, &mut made, input.attributes)?;
            queue::put_tags(&mut made.tags, tags::of_map(&input.tags))?;
            stage.world.put_resource(made);
        }
        Ok(output)
    }
}
