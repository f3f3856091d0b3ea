//! `iam:DeleteOpenIDConnectProvider`: forgets an issuer of tokens; trust policies that name it stay as they are. One that is not known is no error.

use super::holder::in_account;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        open_id_connect_provider_arn: Arn,
    }
}

/// `iam:DeleteOpenIDConnectProvider`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteOpenIdConnectProvider;

impl Operation for DeleteOpenIdConnectProvider {
    type Input = Input;

    const NAME: &'static str = "iam:DeleteOpenIDConnectProvider";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.open_id_connect_provider_arn.as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        in_account(stage, |account| {
            account.remove_oidc_provider(&input.open_id_connect_provider_arn);
            Ok(json!({}))
        })
    }
}
