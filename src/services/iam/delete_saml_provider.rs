//! `iam:DeleteSAMLProvider`: takes a provider of SAML assertions away; trust policies that name it stay as they are.

use super::holder::in_account;
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
    }
}

/// `iam:DeleteSAMLProvider`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteSamlProvider;

impl Operation for DeleteSamlProvider {
    type Input = Input;

    const NAME: &'static str = "iam:DeleteSAMLProvider";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.saml_provider_arn.as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        identity_provider::saml(stage, &input.saml_provider_arn)?;
        in_account(stage, |account| {
            account.remove_saml_provider(&input.saml_provider_arn);
            Ok(json!({}))
        })
    }
}
