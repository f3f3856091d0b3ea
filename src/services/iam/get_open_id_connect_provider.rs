//! `iam:GetOpenIDConnectProvider`: shows an issuer of tokens.

use super::{identity_provider, view};
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        open_id_connect_provider_arn: Arn,
    }
}

/// `iam:GetOpenIDConnectProvider`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetOpenIdConnectProvider;

impl Operation for GetOpenIdConnectProvider {
    type Input = Input;

    const NAME: &'static str = "iam:GetOpenIDConnectProvider";
    const IS_READ: bool = true;

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.open_id_connect_provider_arn.as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let found = identity_provider::oidc(stage, &input.open_id_connect_provider_arn)?;
        let view = json!({
            "Url": found.address(), "ClientIDList": found.client_ids, "ThumbprintList": found.thumbprints,
            "CreateDate": found.created,
        });
        Ok(view::with_tags(view, &found.tags))
    }
}
