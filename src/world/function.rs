//! Lambda functions: their execution role and who may invoke them. Code is not run.

use super::stored_policy::StoredPolicy;
use super::tags::Tags;
use crate::arn::{AccountId, Arn};
use crate::clock::Timestamp;
use serde::{Deserialize, Serialize};

/// A Lambda function.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Function {
    /// Unique in its account and Region.
    pub name: Box<str>,
    /// `arn:aws:lambda:<region>:<account>:function:<name>`
    pub arn: Arn,
    /// The account.
    pub account: AccountId,
    /// The execution role; there is no function without one.
    pub role: Arn,
    /// `python3.13`
    pub runtime: Box<str>,
    /// `index.handler`
    pub handler: Box<str>,
    /// In its owner's words.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub description: Box<str>,
    /// When it was changed last.
    pub modified: Timestamp,
    /// Who may invoke it (rule G-14).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy: Option<StoredPolicy>,
    /// When it was invoked last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invoked: Option<Timestamp>,
    /// The key of the session that it runs with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<Box<str>>,
    /// Tags.
    #[serde(default, skip_serializing_if = "Tags::is_empty")]
    pub tags: Tags,
}
