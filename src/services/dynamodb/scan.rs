//! `dynamodb:Scan`: all items of a table, of whatever partition; so nothing is told of leading keys.

use super::expression::projection;
use super::item::{self, Told};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;
use std::collections::BTreeMap;

request! {
    /// The request.
    pub(crate) struct Input {
        table_name: String,
        projection_expression: Option<String>,
        expression_attribute_names: BTreeMap<String, String>,
        select: Option<String>,
        #[expect(dead_code, reason = "there is one copy of every item")]
        consistent_read: bool,
    }
}

impl Input {
    fn wanted(&self) -> Result<Option<Vec<String>>, ApiError> {
        projection(self.projection_expression.as_deref(), &self.expression_attribute_names)
    }
}

/// `dynamodb:Scan`
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scan;

impl Operation for Scan {
    type Input = Input;

    const NAME: &'static str = "dynamodb:Scan";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let wanted = input.wanted()?;
        let select = input.select.as_deref().or(wanted.as_ref().map(|_| "SPECIFIC_ATTRIBUTES"));
        let told = Told { attributes: wanted.unwrap_or_default(), select, ..Told::default() };
        Ok(vec![item::check(Self::NAME, stage, &input.table_name, &told)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let (_, content) = item::find(stage, &input.table_name)?;
        let wanted = input.wanted()?;
        let items: Vec<Value> = content.items.iter().map(|item| item::projected(item, wanted.as_ref())).collect();
        let n_items = items.len();
        let mut output = json!({ "Items": items, "Count": n_items, "ScannedCount": n_items });
        if let (Some("COUNT"), Some(members)) = (input.select.as_deref(), output.as_object_mut()) {
            members.shift_remove("Items");
        }
        Ok(output)
    }
}
