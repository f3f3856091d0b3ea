//! `sns:AddPermission`: lets accounts do something with a topic, by a statement in its policy.

use super::topic;
use crate::arn::{AccountId, Arn};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, permission};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        topic_arn: Arn,
        label: String,
        accounts = "AWSAccountId": Vec<AccountId>,
        action_name: Vec<String>,
    }
}

/// What the policy of a topic can allow (SNS developer guide, "Amazon SNS API permissions: Actions and resources
/// reference").
const ACTIONS: [&str; 11] = [
    "AddPermission",
    "DeleteTopic",
    "GetDataProtectionPolicy",
    "GetTopicAttributes",
    "ListSubscriptionsByTopic",
    "ListTagsForResource",
    "Publish",
    "PutDataProtectionPolicy",
    "RemovePermission",
    "SetTopicAttributes",
    "Subscribe",
];

/// `sns:AddPermission`
#[derive(Clone, Copy, Debug)]
pub(crate) struct AddPermission;

impl Operation for AddPermission {
    type Input = Input;

    const NAME: &'static str = "sns:AddPermission";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![topic::check(Self::NAME, &input.topic_arn)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut changed = topic::find(stage, &input.topic_arn)?;
        if !input.action_name.iter().all(|action| ACTIONS.contains(&action.as_str())) {
            return Err(topic::invalid("Policy statement action out of service scope!"));
        }
        let mut statements = permission::statements(changed.policy.as_ref());
        if permission::position(&statements, &input.label).is_some() {
            return Err(topic::invalid("Statement already exists"));
        }
        let accounts: Vec<_> = input.accounts.iter().map(|account| account.root_arn()).collect();
        let actions: Vec<_> = input.action_name.iter().map(|action| format!("SNS:{action}")).collect();
        statements.push(json!({
            "Sid": input.label, "Effect": "Allow", "Principal": { "AWS": accounts }, "Action": actions,
            "Resource": changed.arn,
        }));
        changed.policy = topic::policy(&statements)?;
        stage.world.put_resource(changed);
        Ok(json!({}))
    }
}
