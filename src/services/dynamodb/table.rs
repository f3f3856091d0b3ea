//! What the calls on tables have in common.

use crate::arn::Arn;
use crate::services::{ApiError, Stage, resource};
use crate::world::Resource;
use serde_json::{Value, json};

/// The ARN of a table that is named by name, or by ARN.
pub(super) fn arn(stage: &Stage<'_>, name: &str) -> Arn {
    name.parse().unwrap_or_else(|_| resource::arn(stage, "dynamodb", &format!("table/{name}")))
}

/// The table, or DynamoDB's answer if there is none.
pub(super) fn find(stage: &Stage<'_>, name: &str) -> Result<Resource, ApiError> {
    let arn = arn(stage, name);
    let message = format!("Requested resource not found: Table: {} not found", arn.last_name());
    stage.world.resource(&arn).cloned().ok_or_else(|| ApiError::new("ResourceNotFoundException", 400, message))
}

/// A table as answers show it.
pub(super) fn view(table: &Resource, status: &str) -> Value {
    json!({
        "TableName": table.name, "TableStatus": status, "CreationDateTime": table.created, "ItemCount": 0,
        "TableArn": table.arn,
    })
}
