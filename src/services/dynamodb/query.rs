//! `dynamodb:Query`: the items of one partition.

use super::expression::{Comparison, Substitutes, compare, projection};
use super::item::{self, Told};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;
use std::cmp::Ordering;
use std::collections::BTreeMap;

request! {
    /// The request.
    pub(crate) struct Input {
        table_name: String,
        key_condition_expression: Option<String>,
        projection_expression: Option<String>,
        expression_attribute_names: BTreeMap<String, String>,
        expression_attribute_values: BTreeMap<String, Value>,
        select: Option<String>,
        scan_index_forward: Option<bool>,
        #[expect(dead_code, reason = "there is one copy of every item")]
        consistent_read: bool,
    }
}

impl Input {
    fn condition(&self) -> Result<Vec<Comparison>, ApiError> {
        let missing = "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.";
        let missing = || ApiError::new("ValidationException", 400, missing);
        let (names, values) = (&self.expression_attribute_names, &self.expression_attribute_values);
        Substitutes { names, values }.key_condition(self.key_condition_expression.as_deref().ok_or_else(missing)?)
    }

    fn wanted(&self) -> Result<Option<Vec<String>>, ApiError> {
        projection(self.projection_expression.as_deref(), &self.expression_attribute_names)
    }
}

/// `dynamodb:Query`
#[derive(Clone, Copy, Debug)]
pub(crate) struct Query;

impl Operation for Query {
    type Input = Input;

    const NAME: &'static str = "dynamodb:Query";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let condition = input.condition()?;
        let wanted = input.wanted()?;
        let mut leading = json!({});
        for comparison in condition.iter().filter(|comparison| comparison.is_equality()) {
            leading[&comparison.name] = comparison.operands.first().cloned().unwrap_or_default();
        }
        let select = input.select.as_deref().or(wanted.as_ref().map(|_| "SPECIFIC_ATTRIBUTES"));
        let named = condition.into_iter().map(|comparison| comparison.name);
        let attributes = named.chain(wanted.unwrap_or_default()).collect();
        let told = Told { leading: vec![leading], attributes, select, ..Told::default() };
        Ok(vec![item::check(Self::NAME, stage, &input.table_name, &told)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let (_, content) = item::find(stage, &input.table_name)?;
        let (condition, wanted) = (input.condition()?, input.wanted()?);
        let is_key = |name: &String| content.keys().any(|key| key == name);
        if !condition.iter().any(|one| *one.name == *content.partition_key && one.is_equality()) {
            let message = format!("Query condition missed key schema element: {}", content.partition_key);
            return Err(ApiError::new("ValidationException", 400, message));
        }
        if condition.iter().any(|one| !is_key(&one.name)) {
            return Err(ApiError::new("ValidationException", 400, "Query key condition not supported"));
        }
        let is_meant = |item: &&Value| condition.iter().all(|one| one.is_met(&item[&one.name]));
        let mut found: Vec<&Value> = content.items.iter().filter(is_meant).collect();
        if let Some(key) = &content.sort_key {
            let is_reversed = input.scan_index_forward == Some(false);
            crate::ordered::sort_by(&mut found, |one, other| {
                let order = compare(&one[&**key], &other[&**key]).unwrap_or(Ordering::Equal);
                if is_reversed { order.reverse() } else { order }
            });
        }
        let n_found = found.len();
        let items: Vec<Value> = found.into_iter().map(|item| item::projected(item, wanted.as_ref())).collect();
        let mut output = json!({ "Items": items, "Count": n_found, "ScannedCount": n_found });
        if let (Some("COUNT"), Some(members)) = (input.select.as_deref(), output.as_object_mut()) {
            members.shift_remove("Items");
        }
        Ok(output)
    }
}
