//! `cognito-identity:DeleteIdentityPool`: takes an identity pool away, with its identities.

use super::pool;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        identity_pool_id: String,
    }
}

/// `cognito-identity:DeleteIdentityPool`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteIdentityPool;

impl Operation for DeleteIdentityPool {
    type Input = Input;

    const NAME: &'static str = "cognito-identity:DeleteIdentityPool";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(pool::check(Self::NAME, stage, &input.identity_pool_id))
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let pool = pool::find(stage, &input.identity_pool_id)?;
        stage.world.remove_identity_pool(&pool.arn);
        Ok(json!({}))
    }
}
