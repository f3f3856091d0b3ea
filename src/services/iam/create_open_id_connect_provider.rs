//! `iam:CreateOpenIDConnectProvider`: makes an issuer of tokens known.

use super::holder::in_account;
use super::identity_provider::{self, limit};
use super::tags::Tag;
use crate::authz::AccessCheck;
use crate::catalog::Quota;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::OidcProvider;
use serde_json::Value;
use std::collections::BTreeSet;

request! {
    /// The request.
    pub(crate) struct Input {
        url: String,
        client_id_list: Vec<String>,
        thumbprint_list: Vec<String>,
        tags: Vec<Tag>,
    }
}

/// `iam:CreateOpenIDConnectProvider`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateOpenIdConnectProvider;

impl Operation for CreateOpenIdConnectProvider {
    type Input = Input;

    const NAME: &'static str = "iam:CreateOpenIDConnectProvider";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let arn = identity_provider::oidc_arn(stage, &input.url);
        Ok(identity_provider::checks_of_new(Self::NAME, "iam:TagOpenIDConnectProvider", &arn, &input.tags))
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let address = input.url.strip_prefix("https://").filter(|address| !address.is_empty());
        if address.is_none_or(|address| address.contains(['?', '#', ' '])) {
            return Err(ApiError::validation("Invalid Open ID Connect Provider URL"));
        }
        let client_ids: BTreeSet<Box<str>> = input.client_id_list.iter().map(|id| id.as_str().into()).collect();
        limit(client_ids.len(), Quota::OidcClientIdsPerProvider, "ClientIdsPerOpenIdConnectProvider")?;
        limit(input.thumbprint_list.len(), Quota::OidcThumbprintsPerProvider, "ThumbprintsPerOpenIdConnectProvider")?;
        let arn = identity_provider::oidc_arn(stage, &input.url);
        let tags = identity_provider::tags_of_new(input.tags)?;
        let thumbprints = input.thumbprint_list.into_iter().map(Into::into).collect();
        let created = stage.now;
        in_account(stage, |account| {
            if account.oidc_provider(&arn).is_some() {
                let message = format!("Provider with url {} already exists.", input.url);
                return Err(ApiError::new("EntityAlreadyExists", 409, message));
            }
            let n_others = account.oidc_providers().count();
            limit(n_others + 1, Quota::OidcProvidersPerAccount, "OpenIdConnectProvidersPerAccount")?;
            account.put_oidc_provider(OidcProvider { arn: arn.clone(), client_ids, thumbprints, created, tags });
            Ok(json!({ "OpenIDConnectProviderArn": arn }))
        })
    }
}
