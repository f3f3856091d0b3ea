//! `iam:GetSAMLProvider`: shows a provider of SAML assertions with its metadata document.

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
        saml_provider_arn: Arn,
    }
}

/// `iam:GetSAMLProvider`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetSamlProvider;

impl Operation for GetSamlProvider {
    type Input = Input;

    const NAME: &'static str = "iam:GetSAMLProvider";
    const IS_READ: bool = true;

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.saml_provider_arn.as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let found = identity_provider::saml(stage, &input.saml_provider_arn)?;
        let view = json!({ "SAMLMetadataDocument": found.metadata, "CreateDate": found.created });
        Ok(view::with_tags(view, &found.tags))
    }
}
