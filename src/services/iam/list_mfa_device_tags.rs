//! `iam:ListMFADeviceTags`: lists the tags of a virtual MFA device.

use super::mfa::{self, OfDevice};
use super::{entity, tags};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:ListMFADeviceTags`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListMfaDeviceTags;

impl Operation for ListMfaDeviceTags {
    type Input = OfDevice;

    const NAME: &'static str = "iam:ListMFADeviceTags";
    const IS_READ: bool = true;

    fn checks(input: &OfDevice, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![mfa::check(Self::NAME, &input.serial_number)])
    }

    fn execute(input: OfDevice, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let device = mfa::device(entity::account(stage)?, &input.serial_number)?;
        Ok(json!({ "Tags": tags::list(&device.tags) }))
    }
}
