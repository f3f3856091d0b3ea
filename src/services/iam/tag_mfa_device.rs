//! `iam:TagMFADevice`: sets tags of a virtual MFA device (rules E-42 to E-44).

use super::mfa;
use super::tags::{self, Keys, Tag};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        serial_number: String,
        tags: Vec<Tag>,
    }
}

/// `iam:TagMFADevice`
#[derive(Clone, Copy, Debug)]
pub(crate) struct TagMfaDevice;

impl Operation for TagMfaDevice {
    type Input = Input;

    const NAME: &'static str = "iam:TagMFADevice";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![tags::with(mfa::check(Self::NAME, &input.serial_number), &input.tags)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        mfa::change(stage, &input.serial_number, |device| tags::put(&mut device.tags, input.tags, Keys::AsTyped))?;
        Ok(json!({}))
    }
}
