//! `cognito-identity:GetCredentialsForIdentity`: the enhanced flow, in which Cognito itself assumes the role of the
//! pool for the identity, as `AssumeRoleWithWebIdentity` does. Nobody signs the call.

use super::login::{self, Known, OfIdentity};
use super::scope_down;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::sts::bearer::{AskedByBearer, Bearer};
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `cognito-identity:GetCredentialsForIdentity`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetCredentialsForIdentity;

/// The name of all sessions that Cognito opens.
const SESSION: &str = "CognitoIdentityCredentials";

impl Operation for GetCredentialsForIdentity {
    type Input = OfIdentity;

    const NAME: &'static str = "cognito-identity:GetCredentialsForIdentity";
    const IS_OPEN_TO_ALL: bool = true;
    const REFUSAL: Option<fn(&Value) -> ApiError> = Some(|_| login::no_role());

    fn checks(input: &OfIdentity, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let known = Known::of(stage.world, input, stage.now)?;
        let role = known.role()?;
        stage.world.role(&role).ok_or_else(login::no_role)?;
        Bearer::of_token(&known.read_token(stage.now)?, SESSION).checks("sts:AssumeRoleWithWebIdentity", &role)
    }

    fn execute(input: OfIdentity, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let known = Known::of(stage.world, &input, stage.now)?;
        let (role, token, is_guest) = (known.role()?, known.read_token(stage.now)?, known.logins.is_empty());
        let pool = known.linked();
        stage.world.put_identity_pool(pool);
        let managed: Option<Arn> = scope_down::MANAGED.parse().ok();
        let asked = AskedByBearer {
            role,
            seconds: None,
            policy: is_guest.then(scope_down::inline),
            policy_arns: managed.filter(|_| is_guest).into_iter().map(Into::into).collect(),
        };
        let made = Bearer::of_token(&token, SESSION).open(asked, stage)?;
        let credentials = &made["Credentials"];
        Ok(json!({
            "IdentityId": input.identity_id,
            "Credentials": {
                "AccessKeyId": credentials["AccessKeyId"],
                "SecretKey": credentials["SecretAccessKey"],
                "SessionToken": credentials["SessionToken"],
                "Expiration": credentials["Expiration"],
            },
        }))
    }
}
