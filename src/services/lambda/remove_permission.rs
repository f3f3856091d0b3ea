//! `lambda:RemovePermission`: takes a permission away.

use super::{function, policy};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, permission};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        function_name: String,
        statement_id: String,
    }
}

/// `lambda:RemovePermission`
#[derive(Clone, Copy, Debug)]
pub(crate) struct RemovePermission;

impl Operation for RemovePermission {
    type Input = Input;

    const NAME: &'static str = "lambda:RemovePermission";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![function::check(Self::NAME, stage, &input.function_name)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut found = function::find(stage, &input.function_name)?;
        let mut statements = permission::statements(found.policy.as_ref());
        let at = permission::position(&statements, &input.statement_id).ok_or_else(policy::missing)?;
        statements.remove(at);
        policy::put(&mut found, &statements)?;
        stage.world.put_function(found);
        Ok(json!({}))
    }
}
