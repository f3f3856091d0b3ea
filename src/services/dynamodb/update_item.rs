//! `dynamodb:UpdateItem`: changes attributes of an item, which is made if it is not there.

use super::expression::Substitutes;
use super::item::{self, Told};
use crate::authz::AccessCheck;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;
use std::collections::BTreeMap;

request! {
    /// The request.
    pub(crate) struct Input {
        table_name: String,
        key: Value,
        update_expression: Option<String>,
        expression_attribute_names: BTreeMap<String, String>,
        expression_attribute_values: BTreeMap<String, Value>,
        return_values: Option<String>,
    }
}

impl Input {
    fn changes(&self) -> Result<Vec<(String, Option<Value>)>, ApiError> {
        let (names, values) = (&self.expression_attribute_names, &self.expression_attribute_values);
        Substitutes { names, values }.update(self.update_expression.as_deref().unwrap_or_default())
    }
}

/// `dynamodb:UpdateItem`
#[derive(Clone, Copy, Debug)]
pub(crate) struct UpdateItem;

impl Operation for UpdateItem {
    type Input = Input;

    const NAME: &'static str = "dynamodb:UpdateItem";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let changed = input.changes()?.into_iter().map(|(name, _)| name);
        let told = Told {
            leading: vec![input.key.clone()],
            attributes: item::names(&input.key).into_iter().chain(changed).collect(),
            return_values: input.return_values.as_deref(),
            ..Told::default()
        };
        Ok(vec![item::check(Self::NAME, stage, &input.table_name, &told)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let (table, mut content) = item::find(stage, &input.table_name)?;
        item::check_key(&content, &input.key)?;
        let changes = input.changes()?;
        if let Some((name, _)) = changes.iter().find(|(name, _)| content.keys().any(|key| key == name)) {
            let message = format!(
                "One or more parameter values were invalid: Cannot update attribute {name}. This attribute is part of the key"
            );
            return Err(ApiError::new("ValidationException", 400, message));
        }
        let old = content.position(&input.key).map(|at| content.items.remove(at));
        let mut new = old.clone().unwrap_or_else(|| input.key.clone());
        for (name, value) in &changes {
            match (value, new.as_object_mut()) {
                (Some(value), _) => new[name] = value.clone(),
                (None, Some(members)) => _ = members.shift_remove(name),
                (None, None) => {}
            }
        }
        let updated: Vec<String> = changes.into_iter().map(|(name, _)| name).collect();
        let told = match input.return_values.as_deref() {
            Some("ALL_OLD") => old,
            Some("ALL_NEW") => Some(new.clone()),
            Some("UPDATED_OLD") => old.map(|old| item::projected(&old, Some(&updated))),
            Some("UPDATED_NEW") => Some(item::projected(&new, Some(&updated))),
            _ => None,
        };
        content.items.push(new);
        item::put(stage, table, content);
        Ok(item::changed(told))
    }
}
