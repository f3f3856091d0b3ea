//! `cognito-identity:GetIdentityPoolRoles`: tells the roles of an identity pool.

use super::{pool, role_mapping};
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

/// `cognito-identity:GetIdentityPoolRoles`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetIdentityPoolRoles;

impl Operation for GetIdentityPoolRoles {
    type Input = Input;

    const NAME: &'static str = "cognito-identity:GetIdentityPoolRoles";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(pool::check(Self::NAME, stage, &input.identity_pool_id))
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let pool = pool::find(stage, &input.identity_pool_id)?;
        let mut output = json!({ "IdentityPoolId": pool.id(), "Roles": pool.roles });
        for (provider, mapping) in &pool.role_mappings {
            output["RoleMappings"][&**provider] = role_mapping::view(mapping);
        }
        Ok(output)
    }
}
