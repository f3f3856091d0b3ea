//! `iam:GetMFADevice`: tells of a device that somebody uses.

use super::entity;
use super::mfa::{self, UserDevice};
use crate::authz::AccessCheck;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:GetMFADevice`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetMfaDevice;

impl Operation for GetMfaDevice {
    type Input = UserDevice;

    const NAME: &'static str = "iam:GetMFADevice";
    const IS_READ: bool = true;

    fn checks(input: &UserDevice, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![mfa::bearer(stage, input.user_name.as_ref())?.check(Self::NAME, stage)])
    }

    fn execute(input: UserDevice, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let bearer = mfa::bearer(stage, input.user_name.as_ref())?;
        let account = entity::account(stage)?;
        let device = mfa::device_of(account, &bearer, &input.serial_number)?;
        Ok(mfa::assigned(account, &device).unwrap_or_default())
    }
}
