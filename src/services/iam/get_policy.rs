//! `iam:GetPolicy`: shows a managed policy, without what it says.

use super::input::OfPolicy;
use super::{entity, managed, view};
use crate::authz::AccessCheck;
use crate::catalog::managed_policy;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:GetPolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetPolicy;

impl Operation for GetPolicy {
    type Input = OfPolicy;

    const NAME: &'static str = "iam:GetPolicy";
    const IS_READ: bool = true;

    fn checks(input: &OfPolicy, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.policy_arn.as_str())])
    }

    fn execute(input: OfPolicy, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        if let Some(published) = managed_policy(&input.policy_arn) {
            return Ok(json!({ "Policy": view::published(entity::account(stage)?, published) }));
        }
        let policy = managed::find(stage, &input.policy_arn)?;
        let mut shown = view::policy(entity::account(stage)?, policy);
        if let Some(description) = &policy.description {
            shown["Description"] = json!(description);
        }
        Ok(json!({ "Policy": view::with_tags(shown, &policy.tags) }))
    }
}
