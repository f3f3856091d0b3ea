//! `cognito-identity:GetOpenIdToken`: the basic flow, in which the app shows Cognito's token to STS itself and says
//! which role it wants. Nobody signs the call.

use super::login::{Known, OfIdentity};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `cognito-identity:GetOpenIdToken`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetOpenIdToken;

impl Operation for GetOpenIdToken {
    type Input = OfIdentity;

    const NAME: &'static str = "cognito-identity:GetOpenIdToken";
    const IS_OPEN_TO_ALL: bool = true;

    fn checks(_: &OfIdentity, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(Vec::new())
    }

    fn execute(input: OfIdentity, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let known = Known::of(stage.world, &input, stage.now)?;
        if !known.pool.has_basic_flow {
            let message = "Basic (classic) flow is not enabled, please use enhanced flow.";
            return Err(ApiError::new("InvalidParameterException", 400, message));
        }
        let output = json!({ "IdentityId": known.id, "Token": known.token().issue(stage.now) });
        let pool = known.linked();
        stage.world.put_identity_pool(pool);
        Ok(output)
    }
}
