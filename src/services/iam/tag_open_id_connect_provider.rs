//! `iam:TagOpenIDConnectProvider`: sets tags of an issuer of tokens.

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
        open_id_connect_provider_arn: Arn,
        tags: Vec<Tag>,
    }
}

/// `iam:TagOpenIDConnectProvider`
#[derive(Clone, Copy, Debug)]
pub(crate) struct TagOpenIdConnectProvider;

impl Operation for TagOpenIdConnectProvider {
    type Input = Input;

    const NAME: &'static str = "iam:TagOpenIDConnectProvider";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![tags::with(AccessCheck::new(Self::NAME, input.open_id_connect_provider_arn.as_str()), &input.tags)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        identity_provider::change_oidc(stage, &input.open_id_connect_provider_arn, |provider| {
            tags::put(&mut provider.tags, input.tags, Keys::AsTyped)
        })?;
        Ok(json!({}))
    }
}
