//! `iam:CreateSAMLProvider`: makes a provider of SAML assertions known.

use super::holder::in_account;
use super::identity_provider::{self, limit};
use super::tags::Tag;
use crate::authz::AccessCheck;
use crate::catalog::Quota;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::SamlProvider;
use serde_json::Value;
use std::collections::BTreeMap;

request! {
    /// The request.
    pub(crate) struct Input {
        name: String,
        saml_metadata_document: String,
        tags: Vec<Tag>,
    }
}

/// `iam:CreateSAMLProvider`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateSamlProvider;

impl Operation for CreateSamlProvider {
    type Input = Input;

    const NAME: &'static str = "iam:CreateSAMLProvider";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let arn = identity_provider::saml_arn(stage, &input.name);
        Ok(identity_provider::checks_of_new(Self::NAME, "iam:TagSAMLProvider", &arn, &input.tags))
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        identity_provider::check_metadata(&input.saml_metadata_document)?;
        let arn = identity_provider::saml_arn(stage, &input.name);
        let tags = identity_provider::tags_of_new(input.tags)?;
        let created = stage.now;
        in_account(stage, |account| {
            if account.saml_provider(&arn).is_some() {
                return Err(ApiError::new("EntityAlreadyExists", 409, format!("SAMLProvider {arn} already exists.")));
            }
            let n_others = account.saml_providers().count();
            limit(n_others + 1, Quota::SamlProvidersPerAccount, "SAMLProvidersPerAccount")?;
            let metadata = input.saml_metadata_document.into();
            account.put_saml_provider(SamlProvider {
                arn: arn.clone(),
                metadata,
                created,
                tags,
                taken: BTreeMap::new(),
            });
            Ok(json!({ "SAMLProviderArn": arn }))
        })
    }
}
