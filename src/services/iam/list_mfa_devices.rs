//! `iam:ListMFADevices`: lists the devices of a user, or of the caller.

use super::entity;
use super::input::OfUserOrCaller;
use super::mfa;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:ListMFADevices`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListMfaDevices;

impl Operation for ListMfaDevices {
    type Input = OfUserOrCaller;

    const NAME: &'static str = "iam:ListMFADevices";
    const IS_READ: bool = true;

    fn checks(input: &OfUserOrCaller, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![mfa::bearer(stage, input.user_name.as_ref())?.check(Self::NAME, stage)])
    }

    fn execute(input: OfUserOrCaller, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let bearer = mfa::bearer(stage, input.user_name.as_ref())?;
        let account = entity::account(stage)?;
        let id = mfa::id(account, &bearer)?;
        let devices: Vec<Value> =
            account.mfa_devices_of(&id).filter_map(|device| mfa::assigned(account, device)).collect();
        Ok(json!({ "MFADevices": devices }))
    }
}
