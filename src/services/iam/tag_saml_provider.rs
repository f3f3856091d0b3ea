//! `iam:TagSAMLProvider`: sets tags of a provider of SAML assertions.

use super::identity_provider;
use super::tags::{self, Keys, Tag};
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
        tags: Vec<Tag>,
    }
}

/// `iam:TagSAMLProvider`
#[derive(Clone, Copy, Debug)]
pub(crate) struct TagSamlProvider;

impl Operation for TagSamlProvider {
    type Input = Input;

    const NAME: &'static str = "iam:TagSAMLProvider";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![tags::with(AccessCheck::new(Self::NAME, input.saml_provider_arn.as_str()), &input.tags)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        identity_provider::change_saml(stage, &input.saml_provider_arn, |provider| {
            tags::put(&mut provider.tags, input.tags, Keys::AsTyped)
        })?;
        Ok(json!({}))
    }
}
