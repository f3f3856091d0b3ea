//! `iam:CreateVirtualMFADevice`: makes a virtual MFA device, which nobody uses before it is enabled (rules E-31,
//! E-32).
//!
//! The answer has the seed and no picture of a QR code: whoever shows one draws it.

use super::holder::in_account;
use super::path;
use super::tags::{self, Keys, Tag};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::MfaDevice;
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        path: Option<String>,
        virtual_mfa_device_name: String,
        tags: Vec<Tag>,
    }
}

/// `iam:CreateVirtualMFADevice`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateVirtualMfaDevice;

/// The length of AWS's seeds, in characters of base 32.
const SEED_CHARACTERS: usize = 64;

impl Operation for CreateVirtualMfaDevice {
    type Input = Input;

    const NAME: &'static str = "iam:CreateVirtualMFADevice";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let arn = path::arn(stage.account(), "mfa", input.path.as_deref(), &input.virtual_mfa_device_name)?;
        let check = |action| tags::with(AccessCheck::new(action, arn.as_str()), &input.tags);
        let mut checks = vec![check(Self::NAME)];
        if !input.tags.is_empty() {
            checks.push(check("iam:TagMFADevice"));
        }
        Ok(checks)
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let arn = path::arn(stage.account(), "mfa", input.path.as_deref(), &input.virtual_mfa_device_name)?;
        let mut device = MfaDevice::new(arn, stage.world.next_seed(SEED_CHARACTERS));
        tags::put(&mut device.tags, input.tags, Keys::AsTyped)?;
        in_account(stage, |account| {
            if account.mfa_device(&device.serial_number).is_some() {
                let message = "MFADevice entity at the same path and name already exists.";
                return Err(ApiError::new("EntityAlreadyExists", 409, message));
            }
            let output = json!({ "VirtualMFADevice": {
                "SerialNumber": device.serial_number, "Base32StringSeed": device.seed,
            } });
            account.put_mfa_device(device);
            Ok(output)
        })
    }
}
