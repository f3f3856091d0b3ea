//! `dynamodb:PutItem`: puts an item in the place of the one with its primary key.

use super::item::{self, Told};
use crate::authz::AccessCheck;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        table_name: String,
        item: Value,
        return_values: Option<String>,
    }
}

/// `dynamodb:PutItem`
#[derive(Clone, Copy, Debug)]
pub(crate) struct PutItem;

impl Operation for PutItem {
    type Input = Input;

    const NAME: &'static str = "dynamodb:PutItem";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let told = Told {
            leading: vec![input.item.clone()],
            attributes: item::names(&input.item),
            return_values: input.return_values.as_deref(),
            ..Told::default()
        };
        Ok(vec![item::check(Self::NAME, stage, &input.table_name, &told)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let (table, mut content) = item::find(stage, &input.table_name)?;
        item::check_item(&content, &input.item)?;
        let old = content.position(&input.item).map(|at| content.items.remove(at));
        content.items.push(input.item);
        item::put(stage, table, content);
        Ok(item::changed(old.filter(|_| input.return_values.as_deref() == Some("ALL_OLD"))))
    }
}
