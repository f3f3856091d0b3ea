//! `lambda:CreateFunction`: makes a function with its execution role, which the caller must be allowed to pass (rule G-13).

use super::function;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, pass_role, tags};
use crate::world::{Function, Tags};
use serde_json::Value;
use std::collections::BTreeMap;

request! {
    /// The request.
    pub(crate) struct Input {
        function_name: String,
        role: Arn,
        runtime: Option<String>,
        handler: Option<String>,
        description: Option<String>,
        #[expect(dead_code, reason = "code is not run")]
        code: Option<Value>,
        tags: BTreeMap<String, String>,
    }
}

/// `lambda:CreateFunction`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateFunction;

impl Operation for CreateFunction {
    type Input = Input;

    const NAME: &'static str = "lambda:CreateFunction";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let arn = function::arn(stage, &input.function_name);
        let pass = pass_role::check(&input.role, "lambda.amazonaws.com", Some(&arn));
        let wanted = tags::of_map(&input.tags);
        let check = |action| tags::with(AccessCheck::new(action, arn.as_str()), &wanted);
        let tag = (!wanted.is_empty()).then(|| check("lambda:TagResource"));
        Ok(std::iter::once(check(Self::NAME)).chain(tag).chain([pass]).collect())
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let arn = function::arn(stage, &input.function_name);
        if stage.world.function(&arn).is_some() {
            let message = format!("Function already exist: {}", input.function_name);
            return Err(ApiError::new("ResourceConflictException", 409, message));
        }
        function::check_role(stage, &input.role)?;
        let mut own = Tags::new();
        function::put_tags(&mut own, tags::of_map(&input.tags))?;
        let made = Function {
            name: arn.resource().trim_start_matches("function:").into(),
            account: stage.account(),
            arn,
            role: input.role,
            runtime: input.runtime.unwrap_or_default().into(),
            handler: input.handler.unwrap_or_default().into(),
            description: input.description.unwrap_or_default().into(),
            modified: stage.now,
            policy: None,
            invoked: None,
            session: None,
            tags: own,
        };
        let output = function::view(&made);
        stage.world.put_function(made);
        Ok(output)
    }
}
