//! Users, groups and roles.

use super::password::LoginProfile;
use super::stored_policy::StoredPolicy;
use crate::arn::Arn;
use crate::clock::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The policies that hang on a user, a group or a role.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct PolicyHolder {
    /// Inline policies by name.
    pub inline: BTreeMap<Box<str>, StoredPolicy>,
    /// ARNs of the managed policies.
    pub attached: BTreeSet<Arn>,
}

impl PolicyHolder {
    /// Number of policies, inline and managed.
    #[must_use]
    pub fn n_policies(&self) -> usize {
        self.inline.len() + self.attached.len()
    }
}

/// Whether an access key may be used.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum AccessKeyStatus {
    /// It may.
    Active,
    /// Requests signed with it are refused before any policy is read (E-11).
    Inactive,
}

/// A long-term access key of a user.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AccessKey {
    /// `AKIA…`
    pub id: Box<str>,
    /// Shown once, when the key is made.
    pub secret: Box<str>,
    /// Whether it may be used.
    pub status: AccessKeyStatus,
    /// When it was made.
    pub created: Timestamp,
}

/// An IAM user.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct User {
    /// Unique in its account without regard to case (E-2).
    pub name: Box<str>,
    /// With the path.
    pub arn: Arn,
    /// `AIDA…`
    pub id: Box<str>,
    /// When it was made.
    pub created: Timestamp,
    /// Inline and managed policies.
    pub policies: PolicyHolder,
    /// Names of the groups that the user is in.
    pub groups: BTreeSet<Box<str>>,
    /// The managed policy that limits the user.
    pub permissions_boundary: Option<Arn>,
    /// Two at the most.
    pub access_keys: Vec<AccessKey>,
    /// The password for the console, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub login: Option<LoginProfile>,
    /// Tags; keys keep their case and are compared without it (E-43).
    pub tags: BTreeMap<Box<str>, Box<str>>,
}

/// A group of users. It has policies and members, and is never a principal (E-10).
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Group {
    /// Unique in its account without regard to case (E-2).
    pub name: Box<str>,
    /// With the path.
    pub arn: Arn,
    /// `AGPA…`
    pub id: Box<str>,
    /// When it was made.
    pub created: Timestamp,
    /// Inline and managed policies.
    pub policies: PolicyHolder,
}

/// An IAM role.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Role {
    /// Unique in its account without regard to case (E-2).
    pub name: Box<str>,
    /// With the path.
    pub arn: Arn,
    /// `AROA…`
    pub id: Box<str>,
    /// When it was made.
    pub created: Timestamp,
    /// What it is for, in its owner's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Box<str>>,
    /// Who may assume it.
    pub trust: StoredPolicy,
    /// The longest session, 3,600 to 43,200 seconds (E-8).
    pub max_session_seconds: u32,
    /// Inline and managed policies.
    pub policies: PolicyHolder,
    /// The managed policy that limits the role.
    pub permissions_boundary: Option<Arn>,
    /// Tags; keys keep their case and are compared without it (E-43).
    pub tags: BTreeMap<Box<str>, Box<str>>,
}
