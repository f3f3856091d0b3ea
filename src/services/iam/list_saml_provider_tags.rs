//! `iam:ListSAMLProviderTags`: the tags of a provider of SAML assertions.

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
        saml_provider_arn: Arn,
    }
}

/// `iam:ListSAMLProviderTags`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListSamlProviderTags;

impl Operation for ListSamlProviderTags {
    type Input = Input;

    const NAME: &'static str = "iam:ListSAMLProviderTags";
    const IS_READ: bool = true;

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.saml_provider_arn.as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        Ok(json!({ "Tags": tags::list(&identity_provider::saml(stage, &input.saml_provider_arn)?.tags) }))
    }
}
