//! `dynamodb:DeleteTable`: deletes a table.

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

/// `dynamodb:DeleteTable`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteTable;

impl Operation for DeleteTable {
    type Input = Input;

    const NAME: &'static str = "dynamodb:DeleteTable";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, table::arn(stage, &input.table_name).as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let found = table::find(stage, &input.table_name)?;
        stage.world.remove_resource(&found.arn);
        Ok(json!({ "TableDescription": table::view(&found, "DELETING") }))
    }
}
