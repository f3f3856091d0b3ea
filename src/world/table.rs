//! Items of DynamoDB tables, as the service writes them: `{"id": {"S": "1"}}`.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What is in a table.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct TableContent {
    /// The attribute by which items are parted, the partition key.
    pub partition_key: Box<str>,
    /// The attribute by which those of one partition are ordered, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort_key: Option<Box<str>>,
    /// The items, in the order in which they came.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Value>,
}

impl Default for TableContent {
    /// A table of which no key was told has `id` for one: saves of older versions, and calls that leave it out.
    fn default() -> Self {
        Self { partition_key: "id".into(), sort_key: None, items: Vec::new() }
    }
}

impl TableContent {
    /// The attributes of the primary key.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&*self.partition_key).chain(self.sort_key.as_deref())
    }

    /// Where the item with the primary key of another stands.
    #[must_use]
    pub fn position(&self, like: &Value) -> Option<usize> {
        self.items.iter().position(|item| self.keys().all(|key| item[key] == like[key]))
    }
}
