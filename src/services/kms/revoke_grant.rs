//! `kms:RevokeGrant`: takes a grant away, by leave of the key.

use super::{grant, key};
use crate::authz::AccessCheck;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        key_id: String,
        grant_id: String,
    }
}

/// `kms:RevokeGrant`
#[derive(Clone, Copy, Debug)]
pub(crate) struct RevokeGrant;

impl Operation for RevokeGrant {
    type Input = Input;

    const NAME: &'static str = "kms:RevokeGrant";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![grant::check(Self::NAME, &key::arn(stage, &input.key_id, None))])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let key = key::find_anywhere(stage, &key::arn(stage, &input.key_id, None))?;
        grant::remove(stage, key, &input.grant_id)
    }
}
