//! `secretsmanager:DescribeSecret`: shows a secret without what is in it.

use super::secret;
use crate::authz::AccessCheck;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        secret_id: String,
    }
}

/// `secretsmanager:DescribeSecret`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DescribeSecret;

impl Operation for DescribeSecret {
    type Input = Input;

    const NAME: &'static str = "secretsmanager:DescribeSecret";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![secret::check(Self::NAME, stage, &input.secret_id)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        Ok(secret::view(&secret::find(stage, &input.secret_id)?))
    }
}
