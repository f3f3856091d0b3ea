//! `kms:DescribeKey`: shows a key, of other accounts too.

use super::key;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        key_id: String,
    }
}

/// `kms:DescribeKey`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DescribeKey;

impl Operation for DescribeKey {
    type Input = Input;

    const NAME: &'static str = "kms:DescribeKey";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![key::with_alias(key::check(Self::NAME, stage, &input.key_id), &input.key_id)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let arn = key::arn(stage, &input.key_id, None);
        let missing = || ApiError::new("NotFoundException", 400, format!("Key '{arn}' does not exist"));
        Ok(json!({ "KeyMetadata": key::metadata(stage.world.key(&arn).ok_or_else(missing)?) }))
    }
}
