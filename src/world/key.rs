//! KMS keys: what matters of them for access is the key policy.

use super::grant::Grant;
use super::stored_policy::StoredPolicy;
use super::tags::Tags;
use crate::arn::{AccountId, Arn};
use crate::clock::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A KMS key. It always has a policy, which must grant for anybody to use or manage it (rule C-40).
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Key {
    /// A UUID.
    pub id: Box<str>,
    /// Who owns it.
    pub account: AccountId,
    /// Where it lies.
    pub region: Box<str>,
    /// What it is for, in its owner's words.
    pub description: Box<str>,
    /// Names for it, `alias/payroll`.
    #[serde(default)]
    pub aliases: BTreeSet<Box<str>>,
    /// The key policy.
    pub policy: StoredPolicy,
    /// When it was made.
    pub created: Timestamp,
    /// Whether it is switched off, so that nothing can be done with it but manage it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_disabled: bool,
    /// Tags.
    #[serde(default, skip_serializing_if = "Tags::is_empty")]
    pub tags: Tags,
    /// Its grants, the oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grants: Vec<Grant>,
}

impl Key {
    /// `arn:aws:kms:<region>:<account>:key/<id>`
    #[must_use]
    pub fn arn(&self) -> Arn {
        Arn::new("kms", &self.region, Some(self.account), &format!("key/{}", self.id))
    }

    /// What people call it: its first alias, or its id.
    #[must_use]
    pub fn name(&self) -> &str {
        self.aliases.first().map_or(&self.id, |alias| alias.strip_prefix("alias/").unwrap_or(alias))
    }
}
