//! `dynamodb:GetItem`: reads an item by its primary key.

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
        key: Value,
        projection_expression: Option<String>,
        expression_attribute_names: BTreeMap<String, String>,
        #[expect(dead_code, reason = "there is one copy of every item")]
        consistent_read: bool,
    }
}

impl Input {
    fn wanted(&self) -> Result<Option<Vec<String>>, ApiError> {
        projection(self.projection_expression.as_deref(), &self.expression_attribute_names)
    }
}

/// `dynamodb:GetItem`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetItem;

impl Operation for GetItem {
    type Input = Input;

    const NAME: &'static str = "dynamodb:GetItem";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let wanted = input.wanted()?;
        let select = wanted.as_ref().map(|_| "SPECIFIC_ATTRIBUTES");
        let attributes = [item::names(&input.key), wanted.unwrap_or_default()].concat();
        let told = Told { leading: vec![input.key.clone()], attributes, select, ..Told::default() };
        Ok(vec![item::check(Self::NAME, stage, &input.table_name, &told)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let (_, content) = item::find(stage, &input.table_name)?;
        item::check_key(&content, &input.key)?;
        let found = content.position(&input.key).and_then(|at| content.items.get(at));
        let wanted = input.wanted()?;
        Ok(found.map_or_else(|| json!({}), |found| json!({ "Item": item::projected(found, wanted.as_ref()) })))
    }
}
