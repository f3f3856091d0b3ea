//! `cognito-identity:SetIdentityPoolRoles`: which role identities get that are authenticated, and which those that are
//! not. The roles are handed to the service, which takes `iam:PassRole` (Amazon Cognito developer guide, "Granting pass
//! role permission").

use super::pool;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, pass_role};
use serde_json::Value;
use std::collections::BTreeMap;

request! {
    /// The request. Rules that choose among roles are not known here.
    pub(crate) struct Input {
        identity_pool_id: String,
        roles: BTreeMap<String, Arn>,
    }
}

/// `cognito-identity:SetIdentityPoolRoles`
#[derive(Clone, Copy, Debug)]
pub(crate) struct SetIdentityPoolRoles;

impl Operation for SetIdentityPoolRoles {
    type Input = Input;

    const NAME: &'static str = "cognito-identity:SetIdentityPoolRoles";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let passed = input.roles.values().map(|role| pass_role::check(role, "cognito-identity.amazonaws.com", None));
        Ok(std::iter::once(AccessCheck::new(Self::NAME, "*")).chain(passed).collect())
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut pool = pool::find(stage, &input.identity_pool_id)?;
        pool.roles = input.roles.into_iter().map(|(kind, role)| (kind.into(), role)).collect();
        stage.world.put_identity_pool(pool);
        Ok(json!({}))
    }
}
