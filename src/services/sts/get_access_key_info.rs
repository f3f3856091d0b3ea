//! `sts:GetAccessKeyInfo`: says which account an access key belongs to, whether it is switched on or not.
//!
//! AWS reads the account from the id; the sandbox looks for the key, so of keys that nobody has it knows nothing.

use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::KeyOwner;
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        access_key_id: String,
    }
}

/// `sts:GetAccessKeyInfo`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetAccessKeyInfo;

impl Operation for GetAccessKeyInfo {
    type Input = Input;

    const NAME: &'static str = "sts:GetAccessKeyInfo";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let account = match stage.world.key_owner(&input.access_key_id) {
            Some(KeyOwner::User(account, _, _) | KeyOwner::Root(account, _)) => account.id,
            Some(KeyOwner::Session(session)) => session.account,
            None => return Err(ApiError::validation("Invalid access key id.")),
        };
        Ok(json!({ "Account": account }))
    }
}
