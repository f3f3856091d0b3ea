//! `iam:DeactivateMFADevice`: takes a device from whoever uses it; a virtual one stays, unassigned (rule E-32).

use super::holder::in_account;
use super::mfa::{self, UserDevice};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:DeactivateMFADevice`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeactivateMfaDevice;

impl Operation for DeactivateMfaDevice {
    type Input = UserDevice;

    const NAME: &'static str = "iam:DeactivateMFADevice";

    fn checks(input: &UserDevice, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![mfa::bearer(stage, input.user_name.as_ref())?.check(Self::NAME, stage)])
    }

    fn execute(input: UserDevice, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let bearer = mfa::bearer(stage, input.user_name.as_ref())?;
        in_account(stage, |account| {
            let mut device = mfa::device_of(account, &bearer, &input.serial_number)?;
            device.assignment = None;
            account.put_mfa_device(device);
            Ok(json!({}))
        })
    }
}
