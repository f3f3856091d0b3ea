//! `cognito-identity:SetIdentityPoolRoles`: which role identities get that are authenticated, and which those that are
//! not. The roles are handed to the service, which takes `iam:PassRole` (Amazon Cognito developer guide, "Granting pass
//! role permission").

use super::pool;
use super::role_mapping::MappingInput;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, pass_role};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

request! {
    /// The request.
    pub(crate) struct Input {
        identity_pool_id: String,
        roles: BTreeMap<String, Arn>,
        role_mappings: BTreeMap<String, MappingInput>,
    }
}

/// `cognito-identity:SetIdentityPoolRoles`
#[derive(Clone, Copy, Debug)]
pub(crate) struct SetIdentityPoolRoles;

impl Operation for SetIdentityPoolRoles {
    type Input = Input;

    const NAME: &'static str = "cognito-identity:SetIdentityPoolRoles";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let mapped = input.role_mappings.values().flat_map(MappingInput::roles);
        let roles: BTreeSet<&Arn> = input.roles.values().chain(mapped).collect();
        let passed = roles.into_iter().map(|role| pass_role::check(role, "cognito-identity.amazonaws.com", None));
        Ok(std::iter::once(AccessCheck::new(Self::NAME, "*")).chain(passed).collect())
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut pool = pool::find(stage, &input.identity_pool_id)?;
        pool.roles = input.roles.into_iter().map(|(kind, role)| (kind.into(), role)).collect();
        let mapping = |(provider, mapping): (String, MappingInput)| Ok((provider.into(), mapping.read()?));
        pool.role_mappings = input.role_mappings.into_iter().map(mapping).collect::<Result<_, ApiError>>()?;
        stage.world.put_identity_pool(pool);
        Ok(json!({}))
    }
}
