//! `lambda:UpdateFunctionConfiguration`: changes a function, its execution role too (rule G-13).

use super::function;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, pass_role};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        function_name: String,
        role: Option<Arn>,
        runtime: Option<String>,
        handler: Option<String>,
        description: Option<String>,
    }
}

/// `lambda:UpdateFunctionConfiguration`
#[derive(Clone, Copy, Debug)]
pub(crate) struct UpdateFunctionConfiguration;

impl Operation for UpdateFunctionConfiguration {
    type Input = Input;

    const NAME: &'static str = "lambda:UpdateFunctionConfiguration";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let arn = function::arn(stage, &input.function_name);
        let pass = input.role.as_ref().map(|role| pass_role::check(role, "lambda.amazonaws.com", Some(&arn)));
        Ok([Some(AccessCheck::new(Self::NAME, arn.as_str())), pass].into_iter().flatten().collect())
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut changed = function::find(stage, &input.function_name)?;
        if let Some(role) = input.role {
            function::check_role(stage, &role)?;
            (changed.role, changed.session) = (role, None);
        }
        changed.runtime = input.runtime.map_or(changed.runtime, Into::into);
        changed.handler = input.handler.map_or(changed.handler, Into::into);
        changed.description = input.description.map_or(changed.description, Into::into);
        changed.modified = stage.now;
        let output = function::view(&changed);
        stage.world.put_function(changed);
        Ok(output)
    }
}
