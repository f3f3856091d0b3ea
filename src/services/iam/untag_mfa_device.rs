//! `iam:UntagMFADevice`: takes tags of a virtual MFA device away (rules E-43, E-44).

use super::{mfa, tags};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        serial_number: String,
        tag_keys: Vec<String>,
    }
}

/// `iam:UntagMFADevice`
#[derive(Clone, Copy, Debug)]
pub(crate) struct UntagMfaDevice;

impl Operation for UntagMfaDevice {
    type Input = Input;

    const NAME: &'static str = "iam:UntagMFADevice";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let keys = input.tag_keys.iter().map(String::as_str);
        Ok(vec![tags::with_keys(mfa::check(Self::NAME, &input.serial_number), keys)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        mfa::change(stage, &input.serial_number, |device| {
            tags::remove_all(&mut device.tags, &input.tag_keys, tags::Keys::AsTyped);
            Ok(json!({}))
        })
    }
}
