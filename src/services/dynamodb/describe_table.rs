//! `dynamodb:DescribeTable`: shows a table.

use super::table;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        table_name: String,
    }
}

/// `dynamodb:DescribeTable`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DescribeTable;

impl Operation for DescribeTable {
    type Input = Input;

    const NAME: &'static str = "dynamodb:DescribeTable";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, table::arn(stage, &input.table_name).as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let found = table::find(stage, &input.table_name)?;
        Ok(json!({ "Table": table::view(&found, "ACTIVE") }))
    }
}
