//! `kms:ListKeys`: the keys of an account in a Region.

use super::key;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::Key;
use serde_json::Value;

request! {
    /// The request, which has no members.
    pub(crate) struct Input {}
}

/// `kms:ListKeys`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListKeys;

impl Operation for ListKeys {
    type Input = Input;

    const NAME: &'static str = "kms:ListKeys";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(_: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let view = |key: &Key| json!({ "KeyId": key.id, "KeyArn": key.arn() });
        Ok(json!({ "Keys": key::here(stage).map(view).collect::<Vec<_>>() }))
    }
}
