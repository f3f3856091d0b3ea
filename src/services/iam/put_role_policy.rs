//! `iam:PutRolePolicy`: writes an inline policy of a role (rule E-22).

use super::holder::Holder;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        role_name: String,
        policy_name: String,
        policy_document: String,
    }
}

/// `iam:PutRolePolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct PutRolePolicy;

impl Operation for PutRolePolicy {
    type Input = Input;

    const NAME: &'static str = "iam:PutRolePolicy";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Role.check(Self::NAME, stage, &input.role_name)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        Holder::Role.put(stage, &input.role_name, &input.policy_name, &input.policy_document)?;
        Ok(json!({}))
    }
}
