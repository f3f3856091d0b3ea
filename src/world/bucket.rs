//! S3 buckets and what lies in them.

use super::message::Notification;
use super::stored_policy::StoredPolicy;
use super::tags::Tags;
use crate::arn::{AccountId, Arn};
use crate::clock::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An object in a bucket. Only what matters for access is kept, not its bytes.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Object {
    /// Size in bytes.
    pub size: u64,
    /// When it was last written.
    pub modified: Timestamp,
    /// The KMS key that it is encrypted under; with none S3 keeps the key to itself (SSE-S3).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<Arn>,
    /// Tags.
    #[serde(default, skip_serializing_if = "Tags::is_empty")]
    pub tags: Tags,
}

/// The four settings of S3 Block Public Access on a bucket. New buckets have all of them on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[allow(clippy::struct_excessive_bools, reason = "S3 has these four, each a truth value")]
pub struct PublicAccessBlock {
    /// Calls that set a public ACL fail.
    pub block_public_acls: bool,
    /// Public ACLs have no effect.
    pub ignore_public_acls: bool,
    /// Calls that write a public bucket policy fail.
    pub block_public_policy: bool,
    /// Under a public bucket policy only services and the owner's account have access.
    pub restrict_public_buckets: bool,
}

impl PublicAccessBlock {
    /// All settings on.
    pub const ON: Self = Self::all(true);
    /// All settings off.
    pub const OFF: Self = Self::all(false);

    const fn all(is_on: bool) -> Self {
        Self {
            block_public_acls: is_on,
            ignore_public_acls: is_on,
            block_public_policy: is_on,
            restrict_public_buckets: is_on,
        }
    }

    /// Whether every setting is on.
    #[must_use]
    pub fn is_on(&self) -> bool {
        *self == Self::ON
    }
}

impl Default for PublicAccessBlock {
    /// As a new bucket has it.
    fn default() -> Self {
        Self::ON
    }
}

/// An S3 bucket.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Bucket {
    /// Unique in all of AWS.
    pub name: Box<str>,
    /// Who owns it, and with it every object in it: ACLs are off (rule C-42).
    pub account: AccountId,
    /// Where it lies.
    pub region: Box<str>,
    /// The bucket policy.
    pub policy: Option<StoredPolicy>,
    /// Block Public Access.
    #[serde(default, skip_serializing_if = "PublicAccessBlock::is_on")]
    pub public_access_block: PublicAccessBlock,
    /// The KMS key that new objects are encrypted under unless they say otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default_key: Option<Arn>,
    /// By key.
    pub objects: BTreeMap<Box<str>, Object>,
    /// When it was made.
    pub created: Timestamp,
    /// Tags.
    #[serde(default, skip_serializing_if = "Tags::is_empty")]
    pub tags: Tags,
    /// Who is told of what happens in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notifications: Vec<Notification>,
}

impl Bucket {
    /// `arn:aws:s3:::<name>`
    #[must_use]
    pub fn arn(&self) -> Arn {
        Arn::new("s3", "", None, &self.name)
    }

    /// `arn:aws:s3:::<name>/<key>`
    #[must_use]
    pub fn object_arn(&self, key: &str) -> Arn {
        Arn::new("s3", "", None, &format!("{}/{key}", self.name))
    }
}
