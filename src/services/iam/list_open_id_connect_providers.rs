//! `iam:ListOpenIDConnectProviders`: the issuers of tokens that an account knows.

use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::Account;
use serde_json::Value;

request! {
    /// The request, which has no members.
    pub(crate) struct Input {}
}

/// `iam:ListOpenIDConnectProviders`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListOpenIdConnectProviders;

impl Operation for ListOpenIdConnectProviders {
    type Input = Input;

    const NAME: &'static str = "iam:ListOpenIDConnectProviders";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(_: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let all = stage.world.account(stage.account()).into_iter().flat_map(Account::oidc_providers);
        let all: Vec<Value> = all.map(|provider| json!({ "Arn": provider.arn })).collect();
        Ok(json!({ "OpenIDConnectProviderList": all }))
    }
}
