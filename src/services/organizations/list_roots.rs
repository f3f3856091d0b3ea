//! `organizations:ListRoots`: the root, with the types of policies that are on.

use super::scope;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request, which has no members.
    pub(crate) struct Input {}
}

/// `organizations:ListRoots`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListRoots;

impl Operation for ListRoots {
    type Input = Input;

    const NAME: &'static str = "organizations:ListRoots";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(_: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        Ok(json!({ "Roots": [scope::root(scope::seen(stage)?)] }))
    }
}
