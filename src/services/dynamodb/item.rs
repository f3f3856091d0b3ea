//! What the calls on items have in common: the keys by which conditions are told of them, and what comes back.
//!
//! Condition keys are those of the Service Authorization Reference of DynamoDB; "Using IAM policy conditions for
//! fine-grained access control" (developer guide) says what they hold. That `dynamodb:Attributes` has what the request
//! names, the primary key included, and `dynamodb:Select` is there where the request says what to select, is our reading.

use super::table;
use crate::authz::AccessCheck;
use crate::eval::ContextValue;
use crate::json::json;
use crate::services::{ApiError, Stage};
use crate::world::{Resource, TableContent};
use serde_json::{Map, Value};

/// What a request tells conditions of.
#[derive(Debug, Default)]
pub(super) struct Told<'a> {
    /// The items or keys whose partition key is told.
    pub(super) leading: Vec<Value>,
    /// Attributes by name.
    pub(super) attributes: Vec<String>,
    /// `ReturnValues`
    pub(super) return_values: Option<&'a str>,
    /// `Select`, as it was said or follows.
    pub(super) select: Option<&'a str>,
}

/// The text of an attribute, whatever its type.
fn text(value: &Value) -> Option<&str> {
    value.as_object()?.values().next()?.as_str()
}

/// Permission for `action` on a table, with the keys that tell of the request.
pub(super) fn check(action: &str, stage: &Stage<'_>, name: &str, told: &Told<'_>) -> AccessCheck {
    let arn = table::arn(stage, name);
    let content = stage.world.resource(&arn).and_then(|table| table.table.clone()).unwrap_or_default();
    let mut check = AccessCheck::new(action, arn.as_str());
    let leading = told.leading.iter().filter_map(|item| text(&item[&*content.partition_key]));
    let leading: Vec<Box<str>> = leading.map(Into::into).collect();
    if !leading.is_empty() {
        check.context.set("dynamodb:LeadingKeys", ContextValue::Many(leading));
    }
    let mut names: Vec<&str> = told.attributes.iter().map(String::as_str).collect();
    names.sort_unstable();
    names.dedup();
    if !names.is_empty() {
        check.context.set("dynamodb:Attributes", ContextValue::Many(names.into_iter().map(Into::into).collect()));
    }
    let check = told.return_values.into_iter().fold(check, |check, value| check.with("dynamodb:ReturnValues", value));
    told.select.into_iter().fold(check, |check, value| check.with("dynamodb:Select", value))
}

/// The names of the attributes of an item or a key.
pub(super) fn names(item: &Value) -> Vec<String> {
    item.as_object().into_iter().flatten().map(|(name, _)| name.clone()).collect()
}

/// The table with what is in it.
pub(super) fn find(stage: &Stage<'_>, name: &str) -> Result<(Resource, TableContent), ApiError> {
    let found = table::find(stage, name)?;
    let content = found.table.clone().unwrap_or_default();
    Ok((found, content))
}

/// Keeps what is in a table.
pub(super) fn put(stage: &mut Stage<'_>, table: Resource, content: TableContent) {
    stage.world.put_resource(Resource { table: Some(content), ..table });
}

/// A key is the primary key, no more and no less.
pub(super) fn check_key(content: &TableContent, key: &Value) -> Result<(), ApiError> {
    let has_all = content.keys().all(|name| text(&key[name]).is_some());
    if has_all && names(key).len() == content.keys().count() {
        return Ok(());
    }
    Err(ApiError::new("ValidationException", 400, "The provided key element does not match the schema"))
}

/// An item has the whole primary key.
pub(super) fn check_item(content: &TableContent, item: &Value) -> Result<(), ApiError> {
    let missing = content.keys().find(|name| text(&item[*name]).is_none());
    missing.map_or(Ok(()), |name| {
        let message = format!("One or more parameter values were invalid: Missing the key {name} in the item");
        Err(ApiError::new("ValidationException", 400, message))
    })
}

/// The attributes of an item that are wanted; all if nothing is said.
pub(super) fn projected(item: &Value, wanted: Option<&Vec<String>>) -> Value {
    let Some(wanted) = wanted else { return item.clone() };
    let members = item.as_object().into_iter().flatten().filter(|(name, _)| wanted.contains(name));
    members.map(|(name, value)| (name.clone(), value.clone())).collect::<Map<_, _>>().into()
}

/// The answer of a call that changes an item, with the attributes that it was asked to give back.
pub(super) fn changed(attributes: Option<Value>) -> Value {
    match attributes.filter(|attributes| attributes != &json!({})) {
        Some(attributes) => json!({ "Attributes": attributes }),
        None => json!({}),
    }
}
