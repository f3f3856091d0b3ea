//! `lambda:GetPolicy`: shows who may invoke a function.

use super::function::{self, OfFunction};
use super::policy;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `lambda:GetPolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetPolicy;

impl Operation for GetPolicy {
    type Input = OfFunction;

    const NAME: &'static str = "lambda:GetPolicy";
    const IS_READ: bool = true;

    fn checks(input: &OfFunction, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![function::check(Self::NAME, stage, &input.function_name)])
    }

    fn execute(input: OfFunction, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let found = function::find(stage, &input.function_name)?;
        let text = found.policy.as_ref().ok_or_else(policy::missing)?.text();
        Ok(json!({ "Policy": text }))
    }
}
