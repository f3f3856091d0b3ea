//! `cognito-identity:DescribeIdentityPool`: tells of an identity pool.

use super::pool;
use crate::authz::AccessCheck;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        identity_pool_id: String,
    }
}

/// `cognito-identity:DescribeIdentityPool`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DescribeIdentityPool;

impl Operation for DescribeIdentityPool {
    type Input = Input;

    const NAME: &'static str = "cognito-identity:DescribeIdentityPool";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(pool::check(Self::NAME, stage, &input.identity_pool_id))
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let pool = pool::find(stage, &input.identity_pool_id)?;
        Ok(pool::view(&pool))
    }
}
