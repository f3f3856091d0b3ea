//! `iam:AddClientIDToOpenIDConnectProvider`: one more for whom tokens of an issuer may be; one that is there already is no error.

use super::identity_provider::{self, limit};
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::catalog::Quota;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        open_id_connect_provider_arn: Arn,
        client_id: String,
    }
}

/// `iam:AddClientIDToOpenIDConnectProvider`
#[derive(Clone, Copy, Debug)]
pub(crate) struct AddClientIdToOpenIdConnectProvider;

impl Operation for AddClientIdToOpenIdConnectProvider {
    type Input = Input;

    const NAME: &'static str = "iam:AddClientIDToOpenIDConnectProvider";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.open_id_connect_provider_arn.as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        identity_provider::change_oidc(stage, &input.open_id_connect_provider_arn, |provider| {
            provider.client_ids.insert(input.client_id.into());
            limit(provider.client_ids.len(), Quota::OidcClientIdsPerProvider, "ClientIdsPerOpenIdConnectProvider")
        })?;
        Ok(json!({}))
    }
}
