//! `iam:GetPolicy`: shows a managed policy, without what it says.

use super::view;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::catalog::managed_policy;
use crate::services::{ApiError, Operation, Stage};
use serde::Deserialize;
use serde_json::{Value, json};

/// The request.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub(crate) struct Input {
    policy_arn: Arn,
}

/// `iam:GetPolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetPolicy;

impl Operation for GetPolicy {
    type Input = Input;

    const NAME: &'static str = "iam:GetPolicy";
    const IS_READ: bool = true;

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.policy_arn.as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        if let Some(published) = managed_policy(&input.policy_arn) {
            return Ok(json!({ "Policy": view::published(view::account(stage)?, published) }));
        }
        let policy = view::find_policy(stage, &input.policy_arn)?;
        let mut shown = view::policy(view::account(stage)?, policy);
        if let Some(description) = &policy.description {
            shown["Description"] = json!(description);
        }
        Ok(json!({ "Policy": shown }))
    }
}
