//! `iam:ListSAMLProviders`: the providers of SAML assertions of an account.

use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::{Account, SamlProvider};
use serde_json::Value;

request! {
    /// The request, which has no members.
    pub(crate) struct Input {}
}

/// `iam:ListSAMLProviders`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListSamlProviders;

impl Operation for ListSamlProviders {
    type Input = Input;

    const NAME: &'static str = "iam:ListSAMLProviders";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(_: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let all = stage.world.account(stage.account()).into_iter().flat_map(Account::saml_providers);
        let view = |provider: &SamlProvider| json!({ "Arn": provider.arn, "CreateDate": provider.created });
        Ok(json!({ "SAMLProviderList": all.map(view).collect::<Vec<_>>() }))
    }
}
