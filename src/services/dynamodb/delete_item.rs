//! `dynamodb:DeleteItem`: deletes an item by its primary key; one that is not there is no error.

use super::item::{self, Told};
use crate::authz::AccessCheck;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        table_name: String,
        key: Value,
        return_values: Option<String>,
    }
}

/// `dynamodb:DeleteItem`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteItem;

impl Operation for DeleteItem {
    type Input = Input;

    const NAME: &'static str = "dynamodb:DeleteItem";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let told = Told {
            leading: vec![input.key.clone()],
            attributes: item::names(&input.key),
            return_values: input.return_values.as_deref(),
            ..Told::default()
        };
        Ok(vec![item::check(Self::NAME, stage, &input.table_name, &told)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let (table, mut content) = item::find(stage, &input.table_name)?;
        item::check_key(&content, &input.key)?;
        let old = content.position(&input.key).map(|at| content.items.remove(at));
        item::put(stage, table, content);
        Ok(item::changed(old.filter(|_| input.return_values.as_deref() == Some("ALL_OLD"))))
    }
}
