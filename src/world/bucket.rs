//! S3 buckets and what lies in them.

use super::stored_policy::StoredPolicy;
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
    /// By key.
    pub objects: BTreeMap<Box<str>, Object>,
    /// When it was made.
    pub created: Timestamp,
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
