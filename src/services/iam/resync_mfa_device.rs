//! `iam:ResyncMFADevice`: brings a device that runs fast or slow into line, by two codes of it (rule E-31).

use super::holder::in_account;
use super::mfa::{self, UserDeviceCodes};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:ResyncMFADevice`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ResyncMfaDevice;

impl Operation for ResyncMfaDevice {
    type Input = UserDeviceCodes;

    const NAME: &'static str = "iam:ResyncMFADevice";

    fn checks(input: &UserDeviceCodes, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![mfa::bearer(stage, Some(&input.user_name))?.check(Self::NAME, stage)])
    }

    fn execute(input: UserDeviceCodes, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let bearer = mfa::bearer(stage, Some(&input.user_name))?;
        let now = stage.now;
        in_account(stage, |account| {
            let mut device = mfa::device_of(account, &bearer, &input.serial_number)?;
            if !device.take_pair(&input.authentication_code1, &input.authentication_code2, now) {
                return Err(mfa::invalid_code());
            }
            account.put_mfa_device(device);
            Ok(json!({}))
        })
    }
}
