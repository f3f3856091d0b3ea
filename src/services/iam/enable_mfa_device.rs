//! `iam:EnableMFADevice`: gives a device to a user who shows two codes of it (rule E-31).

use super::holder::in_account;
use super::mfa::{self, UserDeviceCodes};
use crate::authz::AccessCheck;
use crate::catalog::Quota;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use crate::world::MfaAssignment;
use serde_json::Value;

/// `iam:EnableMFADevice`
#[derive(Clone, Copy, Debug)]
pub(crate) struct EnableMfaDevice;

impl Operation for EnableMfaDevice {
    type Input = UserDeviceCodes;

    const NAME: &'static str = "iam:EnableMFADevice";

    fn checks(input: &UserDeviceCodes, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![mfa::bearer(stage, Some(&input.user_name))?.check(Self::NAME, stage)])
    }

    fn execute(input: UserDeviceCodes, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let bearer = mfa::bearer(stage, Some(&input.user_name))?;
        let now = stage.now;
        in_account(stage, |account| {
            let user_id = mfa::id(account, &bearer)?;
            let mut device = mfa::device(account, &input.serial_number)?;
            if device.assignment.is_some() {
                return Err(ApiError::new("EntityAlreadyExists", 409, "MFA Device is already in use."));
            }
            let quota = Quota::MfaDevicesPerUser.value();
            if account.mfa_devices_of(&user_id).count() >= quota {
                return Err(ApiError::limit_exceeded(format!("Cannot exceed quota for MFADevicesPerUser: {quota}")));
            }
            if !device.take_pair(&input.authentication_code1, &input.authentication_code2, now) {
                return Err(mfa::invalid_code());
            }
            device.assignment = Some(MfaAssignment { user_id, enabled: now });
            account.put_mfa_device(device);
            Ok(json!({}))
        })
    }
}
