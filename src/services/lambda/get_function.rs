//! `lambda:GetFunction`: shows a function.

use super::function::{self, OfFunction};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `lambda:GetFunction`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetFunction;

impl Operation for GetFunction {
    type Input = OfFunction;

    const NAME: &'static str = "lambda:GetFunction";
    const IS_READ: bool = true;

    fn checks(input: &OfFunction, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![function::check(Self::NAME, stage, &input.function_name)])
    }

    fn execute(input: OfFunction, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let found = function::find(stage, &input.function_name)?;
        Ok(json!({ "Configuration": function::view(&found), "Code": { "RepositoryType": "S3" } }))
    }
}
