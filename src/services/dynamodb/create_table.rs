//! `dynamodb:CreateTable`: makes a table.

use super::table;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::tags::{self, Tag};
use crate::services::{ApiError, Operation, Stage, resource};
use crate::world::TableContent;
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        table_name: String,
        #[expect(dead_code, reason = "an item says the types of its attributes itself")]
        attribute_definitions: Option<Value>,
        key_schema: Vec<KeyElement>,
        #[expect(dead_code, reason = "nobody pays")]
        billing_mode: Option<String>,
        #[expect(dead_code, reason = "nobody pays")]
        provisioned_throughput: Option<Value>,
        resource_policy: Option<String>,
        tags: Vec<Tag>,
    }
}

request! {
    /// An attribute of the primary key.
    struct KeyElement {
        attribute_name: String,
        key_type: String,
    }
}

fn content(schema: &[KeyElement]) -> TableContent {
    let of = |kind: &str| schema.iter().find(|element| element.key_type == kind);
    let named = |element: &KeyElement| element.attribute_name.as_str().into();
    let partition_key = of("HASH").map_or_else(|| TableContent::default().partition_key, named);
    TableContent { partition_key, sort_key: of("RANGE").map(named), items: Vec::new() }
}

/// `dynamodb:CreateTable`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateTable;

impl Operation for CreateTable {
    type Input = Input;

    const NAME: &'static str = "dynamodb:CreateTable";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let arn = table::arn(stage, &input.table_name);
        let check = |action| tags::with(AccessCheck::new(action, arn.as_str()), &input.tags);
        // "To add tags when you create a table, you must have the dynamodb:TagResource permission" (developer guide).
        let tag = (!input.tags.is_empty()).then(|| check("dynamodb:TagResource"));
        Ok(std::iter::once(check(Self::NAME)).chain(tag).collect())
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let arn = table::arn(stage, &input.table_name);
        if stage.world.resource(&arn).is_some() {
            let message = format!("Table already exists: {}", input.table_name);
            return Err(ApiError::new("ResourceInUseException", 400, message));
        }
        let mut made = resource::new(stage, arn.last_name(), arn.clone());
        made.table = Some(content(&input.key_schema));
        table::put_tags(&mut made.tags, input.tags)?;
        let policy = input.resource_policy.as_deref();
        made.policy = policy.map(|text| resource::policy(stage, text, "ValidationException")).transpose()?;
        let output = json!({ "TableDescription": table::view(&made, "CREATING") });
        stage.world.put_resource(made);
        Ok(output)
    }
}
