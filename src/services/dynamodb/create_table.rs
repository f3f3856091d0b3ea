//! `dynamodb:CreateTable`: makes a table.

use super::table;
use crate::authz::AccessCheck;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, resource};
use serde_json::{Value, json};

request! {
    /// The request.
    pub(crate) struct Input {
        table_name: String,
        #[expect(dead_code, reason = "items do not exist")]
        attribute_definitions: Option<Value>,
        #[expect(dead_code, reason = "items do not exist")]
        key_schema: Option<Value>,
        #[expect(dead_code, reason = "nobody pays")]
        billing_mode: Option<String>,
        #[expect(dead_code, reason = "nobody pays")]
        provisioned_throughput: Option<Value>,
        resource_policy: Option<String>,
    }
}

/// `dynamodb:CreateTable`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateTable;

impl Operation for CreateTable {
    type Input = Input;

    const NAME: &'static str = "dynamodb:CreateTable";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, table::arn(stage, &input.table_name).as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let arn = table::arn(stage, &input.table_name);
        if stage.world.resource(&arn).is_some() {
            let message = format!("Table already exists: {}", input.table_name);
            return Err(ApiError::new("ResourceInUseException", 400, message));
        }
        let mut made = resource::new(stage, arn.last_name(), arn.clone());
        let policy = input.resource_policy.as_deref();
        made.policy = policy.map(|text| resource::policy(stage, text, "ValidationException")).transpose()?;
        let output = json!({ "TableDescription": table::view(&made, "CREATING") });
        stage.world.put_resource(made);
        Ok(output)
    }
}
