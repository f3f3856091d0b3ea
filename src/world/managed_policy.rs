//! Managed policies and their versions (rule E-18).

use super::stored_policy::StoredPolicy;
use crate::arn::Arn;
use crate::catalog;
use crate::clock::Timestamp;
use crate::policy::{Author, PolicyKind, pretty_value};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One version of a managed policy.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct PolicyVersion {
    /// What it says.
    pub document: StoredPolicy,
    /// When it was made.
    pub created: Timestamp,
}

/// A policy of its own, attached to any number of users, groups and roles.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ManagedPolicy {
    /// Unique in its account without regard to case (E-2).
    pub name: Box<str>,
    /// `arn:aws:iam::<account>:policy/<name>`, or with `aws` for the account.
    pub arn: Arn,
    /// `ANPA…`; AWS's own policies have none here.
    pub id: Option<Box<str>>,
    /// By number; `v3` is 3. Numbers are never used again.
    pub versions: BTreeMap<u32, PolicyVersion>,
    /// The one version that has effect.
    pub default_version: u32,
    /// What it is for, in its owner's words; it cannot be changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Box<str>>,
    /// By key, as typed.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub tags: BTreeMap<Box<str>, Box<str>>,
    /// The highest number among versions that were deleted; 0 if none was.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub highest_deleted: u32,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "what serde asks for")]
fn is_zero(number: &u32) -> bool {
    *number == 0
}

impl ManagedPolicy {
    /// A policy that AWS publishes, in the one version that the catalog has; none if the catalog does not have it.
    #[must_use]
    pub fn published(arn: &Arn, now: Timestamp) -> Option<Self> {
        let published = catalog::managed_policy(arn)?;
        let text = pretty_value(&published.document);
        let document = StoredPolicy::parse_by(&text, PolicyKind::Identity, Author::Aws).ok()?;
        Some(Self {
            name: published.name.clone(),
            arn: arn.clone(),
            id: None,
            versions: BTreeMap::from([(published.version, PolicyVersion { document, created: now })]),
            default_version: published.version,
            description: None,
            tags: BTreeMap::new(),
            highest_deleted: 0,
        })
    }

    /// What the policy says now.
    #[must_use]
    pub fn document(&self) -> Option<&StoredPolicy> {
        self.versions.get(&self.default_version).map(|version| &version.document)
    }

    /// The number of the next version.
    #[must_use]
    pub fn next_version(&self) -> u32 {
        self.versions.keys().next_back().copied().unwrap_or_default().max(self.highest_deleted) + 1
    }

    /// Deletes a version, whose number is not used again.
    pub fn delete_version(&mut self, number: u32) {
        self.versions.remove(&number);
        self.highest_deleted = self.highest_deleted.max(number);
    }

    /// Whether AWS owns it, so that customers can attach but not change it.
    #[must_use]
    pub fn is_from_aws(&self) -> bool {
        self.arn.account().is_none()
    }
}
