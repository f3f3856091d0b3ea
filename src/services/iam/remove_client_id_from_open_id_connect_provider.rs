//! `iam:RemoveClientIDFromOpenIDConnectProvider`: tokens for this one are taken no more; one that is not there is no error.

use super::identity_provider;
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
        client_id: String,
    }
}

/// `iam:RemoveClientIDFromOpenIDConnectProvider`
#[derive(Clone, Copy, Debug)]
pub(crate) struct RemoveClientIdFromOpenIdConnectProvider;

impl Operation for RemoveClientIdFromOpenIdConnectProvider {
    type Input = Input;

    const NAME: &'static str = "iam:RemoveClientIDFromOpenIDConnectProvider";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.open_id_connect_provider_arn.as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        identity_provider::change_oidc(stage, &input.open_id_connect_provider_arn, |provider| {
            provider.client_ids.remove(input.client_id.as_str());
            Ok(())
        })?;
        Ok(json!({}))
    }
}
