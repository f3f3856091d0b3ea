//! `iam:UpdateSAMLProvider`: gives a provider of SAML assertions another metadata document.

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
        saml_provider_arn: Arn,
        saml_metadata_document: Option<String>,
    }
}

/// `iam:UpdateSAMLProvider`
#[derive(Clone, Copy, Debug)]
pub(crate) struct UpdateSamlProvider;

impl Operation for UpdateSamlProvider {
    type Input = Input;

    const NAME: &'static str = "iam:UpdateSAMLProvider";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.saml_provider_arn.as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        if let Some(document) = input.saml_metadata_document {
            identity_provider::check_metadata(&document)?;
            identity_provider::change_saml(stage, &input.saml_provider_arn, |provider| {
                provider.metadata = document.into();
                Ok(())
            })?;
        }
        Ok(json!({ "SAMLProviderArn": identity_provider::saml(stage, &input.saml_provider_arn)?.arn }))
    }
}
