//! `lambda:DeleteFunction`: deletes a function.

use super::function::{self, OfFunction};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `lambda:DeleteFunction`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteFunction;

impl Operation for DeleteFunction {
    type Input = OfFunction;

    const NAME: &'static str = "lambda:DeleteFunction";

    fn checks(input: &OfFunction, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![function::check(Self::NAME, stage, &input.function_name)])
    }

    fn execute(input: OfFunction, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let found = function::find(stage, &input.function_name)?;
        stage.world.remove_function(&found.arn);
        Ok(json!({}))
    }
}
