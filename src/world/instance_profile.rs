//! Instance profiles: what EC2 takes where people say that an instance has a role (rule G-1).

use crate::arn::Arn;
use crate::clock::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A container for one role (rule E-24).
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct InstanceProfile {
    /// Unique in its account without regard to case (E-2).
    pub name: Box<str>,
    /// With the path.
    pub arn: Arn,
    /// `AIPA…`
    pub id: Box<str>,
    /// When it was made.
    pub created: Timestamp,
    /// The name of the role in it; a role in a profile cannot be deleted (E-15).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Box<str>>,
    /// Tags; keys keep their case and are compared without it (E-43).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub tags: BTreeMap<Box<str>, Box<str>>,
}
