//! `lambda:Invoke`: runs a function, for which Lambda assumes its execution role (rule G-12). Code does not exist.

use super::function;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        function_name: String,
        #[expect(dead_code, reason = "code is not run")]
        payload: Option<String>,
        invocation_type: Option<String>,
    }
}

/// `lambda:Invoke`
#[derive(Clone, Copy, Debug)]
pub(crate) struct Invoke;

impl Operation for Invoke {
    type Input = Input;

    const NAME: &'static str = "lambda:Invoke";
    const IS_OPEN_TO_ALL: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![function::check("lambda:InvokeFunction", stage, &input.function_name)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut found = function::find(stage, &input.function_name)?;
        found.invoked = Some(stage.now);
        stage.world.put_function(found);
        let status = match input.invocation_type.as_deref() {
            Some("Event") => 202,
            Some("DryRun") => 204,
            _ => 200,
        };
        Ok(json!({ "StatusCode": status, "ExecutedVersion": "$LATEST" }))
    }
}
