//! `sts:AssumeRoleWithWebIdentity`: temporary credentials for who shows a token of OpenID Connect (rule F-42).

use super::bearer::{AskedByBearer, Bearer};
use super::session::PolicyDescriptor;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::federation::Token;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        role_arn: Arn,
        role_session_name: String,
        web_identity_token: String,
        duration_seconds: Option<u32>,
        policy: Option<String>,
        policy_arns: Vec<PolicyDescriptor>,
    }
}

/// `sts:AssumeRoleWithWebIdentity`
#[derive(Clone, Copy, Debug)]
pub(crate) struct AssumeRoleWithWebIdentity;

fn token(input: &Input) -> Result<Token, ApiError> {
    // It was read to know who calls, so it can be.
    Token::read(&input.web_identity_token).map_err(|_| ApiError::new("InvalidIdentityToken", 400, ""))
}

impl Operation for AssumeRoleWithWebIdentity {
    type Input = Input;

    const NAME: &'static str = "sts:AssumeRoleWithWebIdentity";
    const IS_OPEN_TO_ALL: bool = true;

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Bearer::of_token(&token(input)?, &input.role_session_name).checks(Self::NAME, &input.role_arn)
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let token = token(&input)?;
        let bearer = Bearer::of_token(&token, &input.role_session_name);
        let asked = AskedByBearer {
            role: input.role_arn,
            seconds: input.duration_seconds,
            policy: input.policy,
            policy_arns: input.policy_arns,
        };
        let mut reply = bearer.open(asked, stage)?;
        reply["SubjectFromWebIdentityToken"] = json!(token.subject);
        reply["Audience"] = json!(token.audience.first());
        reply["Provider"] = json!(token.issuer);
        Ok(reply)
    }
}
