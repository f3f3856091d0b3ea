//! Resources that can be asked about and may have a policy: queues, topics, tables, secrets, with what is in them.

use super::message::{Message, Subscription};
use super::stored_policy::StoredPolicy;
use super::table::TableContent;
use super::tags::Tags;
use crate::arn::Arn;
use crate::clock::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A resource of a service that lets resources have a policy.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Resource {
    /// Its name; an ARN may have more.
    pub name: Box<str>,
    /// The ARN.
    pub arn: Arn,
    /// When it was made.
    pub created: Timestamp,
    /// Who may use it beside those whose own policies say so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy: Option<StoredPolicy>,
    /// What else was said when it was made, by the names of its service.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<Box<str>, Box<str>>,
    /// What is in it: the text of a secret.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<Box<str>>,
    /// When it is to go, if that was said; until then it can be kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deletion: Option<Timestamp>,
    /// Tags.
    #[serde(default, skip_serializing_if = "Tags::is_empty")]
    pub tags: Tags,
    /// The messages in a queue, the oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub messages: Vec<Message>,
    /// Who gets what is published to a topic, in the order in which they came.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subscriptions: Vec<Subscription>,
    /// What is in a table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<TableContent>,
}
