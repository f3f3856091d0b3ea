//! `kms:RetireGrant`: takes a grant away, by leave of the grant: "The grant determines who can retire it" (KMS developer
//! guide, "Retiring and revoking grants").

use super::{grant, key};
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use data_encoding::BASE64URL_NOPAD;
use serde_json::Value;

request! {
    /// The request: the token of a grant, or its key and its id.
    pub(crate) struct Input {
        grant_token: Option<String>,
        key_id: Option<String>,
        grant_id: Option<String>,
    }
}

/// The key and the id of the grant that is meant.
fn meant(input: &Input, stage: &Stage<'_>) -> Result<(Arn, String), ApiError> {
    match (&input.grant_token, &input.key_id, &input.grant_id) {
        (Some(token), None, None) => {
            let invalid = || ApiError::new("InvalidGrantTokenException", 400, "The grant token is not valid.");
            let bytes = BASE64URL_NOPAD.decode(token.as_bytes()).map_err(|_| invalid())?;
            let id = String::from_utf8(bytes).map_err(|_| invalid())?;
            let mut keys = stage.world.keys();
            let key = keys.find(|key| key.grants.iter().any(|grant| *grant.id == *id)).ok_or_else(invalid)?;
            Ok((key.arn(), id))
        }
        (None, Some(key), Some(id)) => Ok((key::arn(stage, key, None), id.clone())),
        _ => {
            let message = "Specify either a grant token, or a grant ID and a key ID.";
            Err(ApiError::new("ValidationException", 400, message))
        }
    }
}

/// `kms:RetireGrant`
#[derive(Clone, Copy, Debug)]
pub(crate) struct RetireGrant;

impl Operation for RetireGrant {
    type Input = Input;

    const NAME: &'static str = "kms:RetireGrant";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let (key, id) = meant(input, stage)?;
        Ok(vec![AccessCheck { grant: Some(id.into()), ..AccessCheck::new(Self::NAME, key.as_str()) }])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let (arn, id) = meant(&input, stage)?;
        let key = key::find_anywhere(stage, &arn)?;
        grant::remove(stage, key, &id)
    }
}
