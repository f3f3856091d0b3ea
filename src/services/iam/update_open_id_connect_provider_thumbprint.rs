//! `iam:UpdateOpenIDConnectProviderThumbprint`: gives an issuer of tokens other fingerprints.

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
        thumbprint_list: Vec<String>,
    }
}

/// `iam:UpdateOpenIDConnectProviderThumbprint`
#[derive(Clone, Copy, Debug)]
pub(crate) struct UpdateOpenIdConnectProviderThumbprint;

impl Operation for UpdateOpenIdConnectProviderThumbprint {
    type Input = Input;

    const NAME: &'static str = "iam:UpdateOpenIDConnectProviderThumbprint";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.open_id_connect_provider_arn.as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        identity_provider::change_oidc(stage, &input.open_id_connect_provider_arn, |provider| {
            provider.thumbprints = input.thumbprint_list.into_iter().map(Into::into).collect();
            let n_wanted = provider.thumbprints.len();
            limit(n_wanted, Quota::OidcThumbprintsPerProvider, "ThumbprintsPerOpenIdConnectProvider")
        })?;
        Ok(json!({}))
    }
}
