//! `iam:DeleteVirtualMFADevice`: deletes a virtual device that nobody uses (rules E-15, E-32).

use super::entity;
use super::holder::in_account;
use super::mfa::{self, OfDevice};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:DeleteVirtualMFADevice`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteVirtualMfaDevice;

impl Operation for DeleteVirtualMfaDevice {
    type Input = OfDevice;

    const NAME: &'static str = "iam:DeleteVirtualMFADevice";

    fn checks(input: &OfDevice, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![mfa::check(Self::NAME, &input.serial_number)])
    }

    fn execute(input: OfDevice, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        in_account(stage, |account| {
            let device = mfa::device(account, &input.serial_number)?;
            if device.assignment.is_some() {
                return Err(entity::conflict("MFA VirtualDevice in use. Must deactivate first."));
            }
            account.remove_mfa_device(&device.serial_number);
            Ok(json!({}))
        })
    }
}
