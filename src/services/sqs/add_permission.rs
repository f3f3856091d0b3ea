//! `sqs:AddPermission`: lets accounts do something with a queue, by a statement in its policy.

use super::queue;
use crate::arn::AccountId;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, permission};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        queue_url: String,
        label: String,
        accounts = "AWSAccountIds": Vec<AccountId>,
        actions: Vec<String>,
    }
}

/// "An Amazon SQS policy can have a maximum of seven actions per statement." (API_AddPermission)
const MOST_ACTIONS: usize = 7;

/// `sqs:AddPermission`
#[derive(Clone, Copy, Debug)]
pub(crate) struct AddPermission;

impl Operation for AddPermission {
    type Input = Input;

    const NAME: &'static str = "sqs:AddPermission";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![queue::check(Self::NAME, stage, &input.queue_url)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut changed = queue::find(stage, &input.queue_url)?;
        if input.actions.len() > MOST_ACTIONS {
            let message = format!("{} Actions were found, maximum allowed is {MOST_ACTIONS}.", input.actions.len());
            return Err(ApiError::new("OverLimit", 403, message));
        }
        let mut statements = permission::statements(changed.policy.as_ref());
        if permission::position(&statements, &input.label).is_some() {
            return Err(queue::invalid(&input.label, "Label", "Already exists."));
        }
        let accounts: Vec<_> = input.accounts.iter().map(|account| account.root_arn()).collect();
        let actions: Vec<_> = input.actions.iter().map(|action| format!("SQS:{action}")).collect();
        statements.push(json!({
            "Sid": input.label, "Effect": "Allow", "Principal": { "AWS": accounts }, "Action": actions,
            "Resource": changed.arn,
        }));
        let id = format!("{}/SQSDefaultPolicy", changed.arn);
        changed.policy = permission::policy("2008-10-17", &id, &statements, "InvalidParameterValue")?;
        stage.world.put_resource(changed);
        Ok(json!({}))
    }
}
