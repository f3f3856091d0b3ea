//! `iam:UntagSAMLProvider`: takes tags off a provider of SAML assertions.

use super::identity_provider;
use super::tags::{self, Keys};
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
        tag_keys: Vec<String>,
    }
}

/// `iam:UntagSAMLProvider`
#[derive(Clone, Copy, Debug)]
pub(crate) struct UntagSamlProvider;

impl Operation for UntagSamlProvider {
    type Input = Input;

    const NAME: &'static str = "iam:UntagSAMLProvider";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let check = AccessCheck::new(Self::NAME, input.saml_provider_arn.as_str());
        Ok(vec![tags::with_keys(check, input.tag_keys.iter().map(String::as_str))])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        identity_provider::change_saml(stage, &input.saml_provider_arn, |provider| {
            tags::remove_all(&mut provider.tags, &input.tag_keys, Keys::AsTyped);
            Ok(())
        })?;
        Ok(json!({}))
    }
}
