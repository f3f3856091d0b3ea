//! `iam:UntagOpenIDConnectProvider`: takes tags off an issuer of tokens.

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
        open_id_connect_provider_arn: Arn,
        tag_keys: Vec<String>,
    }
}

/// `iam:UntagOpenIDConnectProvider`
#[derive(Clone, Copy, Debug)]
pub(crate) struct UntagOpenIdConnectProvider;

impl Operation for UntagOpenIdConnectProvider {
    type Input = Input;

    const NAME: &'static str = "iam:UntagOpenIDConnectProvider";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let check = AccessCheck::new(Self::NAME, input.open_id_connect_provider_arn.as_str());
        Ok(vec![tags::with_keys(check, input.tag_keys.iter().map(String::as_str))])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        identity_provider::change_oidc(stage, &input.open_id_connect_provider_arn, |provider| {
            tags::remove_all(&mut provider.tags, &input.tag_keys, Keys::AsTyped);
            Ok(())
        })?;
        Ok(json!({}))
    }
}
