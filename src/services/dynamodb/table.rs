//! What the calls on tables have in common.

use crate::arn::Arn;
use crate::catalog::Quota;
use crate::json::json;
use crate::services::tags::{self, Keys, Refused, Tag};
use crate::services::{ApiError, Stage, resource};
use crate::world::{Resource, Tags};
use serde_json::Value;

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

/// Sets tags.
pub(super) fn put_tags(into: &mut Tags, wanted: Vec<Tag>) -> Result<(), ApiError> {
    tags::put(into, wanted, Keys::AsTyped, Quota::TagsPerResource.value()).map_err(|refused| {
        let message = match refused {
            Refused::Reserved => "One or more parameter values were invalid: Tag keys cannot begin with aws:",
            Refused::TooMany => "One or more parameter values were invalid: Too many tags",
        };
        ApiError::new("ValidationException", 400, message)
    })
}

/// A table as answers show it.
pub(super) fn view(table: &Resource, status: &str) -> Value {
    let content = table.table.clone().unwrap_or_default();
    let kinds = ["HASH", "RANGE"];
    let schema = content.keys().zip(kinds).map(|(name, kind)| json!({ "AttributeName": name, "KeyType": kind }));
    let schema: Vec<Value> = schema.collect();
    json!({
        "TableName": table.name, "KeySchema": schema, "TableStatus": status, "CreationDateTime": table.created,
        "ItemCount": content.items.len(), "TableArn": table.arn,
    })
}
