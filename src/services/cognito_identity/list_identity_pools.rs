//! `cognito-identity:ListIdentityPools`: the identity pools of the account in the Region.

use super::pool;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {}
}

/// `cognito-identity:ListIdentityPools`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListIdentityPools;

impl Operation for ListIdentityPools {
    type Input = Input;

    const NAME: &'static str = "cognito-identity:ListIdentityPools";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(_: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let pools = stage.world.identity_pools_of(stage.account(), pool::region(stage));
        let pools = pools.map(|pool| json!({ "IdentityPoolId": pool.id(), "IdentityPoolName": pool.name }));
        Ok(json!({ "IdentityPools": pools.collect::<Value>() }))
    }
}
