//! `iam:ListOpenIDConnectProviderTags`: the tags of an issuer of tokens.

use super::{identity_provider, tags};
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

/// `iam:ListOpenIDConnectProviderTags`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListOpenIdConnectProviderTags;

impl Operation for ListOpenIdConnectProviderTags {
    type Input = Input;

    const NAME: &'static str = "iam:ListOpenIDConnectProviderTags";
    const IS_READ: bool = true;

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.open_id_connect_provider_arn.as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        Ok(json!({ "Tags": tags::list(&identity_provider::oidc(stage, &input.open_id_connect_provider_arn)?.tags) }))
    }
}
