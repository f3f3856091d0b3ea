//! Grants: what a KMS key lets somebody do besides its key policy (rule C-43; KMS developer guide, "Grants in AWS KMS").
//!
//! A grant only allows. What it allows is kept as a document in the form of a key policy, so that it is weighed as every
//! other statement is; AWS shows no such document.

use super::stored_policy::StoredPolicy;
use crate::arn::AccountId;
use crate::clock::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A grant of a KMS key.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Grant {
    /// 64 hexadecimal digits.
    pub id: Box<str>,
    /// What its maker calls it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Box<str>>,
    /// Who gets the permissions, and who may end it: as `ListGrants` tells of both.
    pub principals: Value,
    /// What is allowed, `Decrypt`.
    pub operations: Vec<Box<str>>,
    /// Under which encryption context and for which resource it holds, by the names of `CreateGrant`.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub constraints: Value,
    /// The account whose principal made it.
    pub issuing_account: AccountId,
    /// When it was made.
    pub created: Timestamp,
    /// What it allows.
    pub policy: StoredPolicy,
    /// Who may retire it, which no key policy says.
    pub retirement: StoredPolicy,
}

impl Grant {
    /// What to call it: its name, or the beginning of its id.
    #[must_use]
    pub fn label(&self) -> &str {
        self.name.as_deref().unwrap_or_else(|| self.id.get(..16).unwrap_or(&self.id))
    }
}
