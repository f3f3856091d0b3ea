//! `dynamodb:ListTables`: lists the tables of the account in the Region.

use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, resource};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {}
}

/// `dynamodb:ListTables`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListTables;

impl Operation for ListTables {
    type Input = Input;

    const NAME: &'static str = "dynamodb:ListTables";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(_: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let names: Vec<&str> = resource::all(stage, "dynamodb").map(|known| &*known.name).collect();
        Ok(json!({ "TableNames": names }))
    }
}
