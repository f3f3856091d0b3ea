//! `sns:RemovePermission`: takes a statement out of the policy of a topic; one that is not there is no error (our
//! reading: the API reference has none for it).

use super::topic;
use crate::arn::Arn;
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
    }
}

/// `sns:RemovePermission`
#[derive(Clone, Copy, Debug)]
pub(crate) struct RemovePermission;

impl Operation for RemovePermission {
    type Input = Input;

    const NAME: &'static str = "sns:RemovePermission";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![topic::check(Self::NAME, &input.topic_arn)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut changed = topic::find(stage, &input.topic_arn)?;
        let mut statements = permission::statements(changed.policy.as_ref());
        statements.retain(|statement| statement["Sid"] != input.label);
        changed.policy = topic::policy(&statements)?;
        stage.world.put_resource(changed);
        Ok(json!({}))
    }
}
