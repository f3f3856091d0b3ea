//! EC2 instances: what runs in an account and gets a role through an instance profile (part G).
//!
//! Images, networks and disks do not exist; an instance has the names that it was given.

use crate::arn::{AccountId, Arn};
use crate::clock::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Whether an instance runs. Changes of state take no time.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum InstanceState {
    /// It runs.
    Running,
    /// It was stopped, and can be started.
    Stopped,
    /// It is gone, and still listed.
    Terminated,
}

/// How the metadata service of an instance may be asked (rule G-8).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct MetadataOptions {
    /// Whether requests need a token, so that only version 2 answers.
    pub requires_token: bool,
    /// Whether it answers at all.
    pub is_enabled: bool,
    /// How many hops the answer with a token may take, 1 to 64.
    pub hop_limit: u8,
}

impl Default for MetadataOptions {
    /// What an instance gets whose image says that it is made for version 2: `imds-support` is `v2.0`.
    fn default() -> Self {
        Self { requires_token: true, is_enabled: true, hop_limit: 2 }
    }
}

/// An instance profile on an instance.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ProfileAssociation {
    /// `iip-assoc-…`
    pub id: Box<str>,
    /// The profile.
    pub profile: Arn,
    /// The id of the profile when it was associated.
    pub profile_id: Box<str>,
    /// When it was associated.
    pub since: Timestamp,
}

/// The credentials that the metadata service hands out at present.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct InstanceCredentials {
    /// The name of the role.
    pub role: Box<str>,
    /// The key of the session that version 2 hands out.
    pub access_key_id: Box<str>,
    /// The key of the one that version 1 hands out, once it was asked (`ec2:RoleDelivery`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version_1: Option<Box<str>>,
    /// When they were put there.
    pub updated: Timestamp,
}

/// An EC2 instance.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Instance {
    /// `i-…`
    pub id: Box<str>,
    /// The account in which it runs.
    pub account: AccountId,
    /// `us-east-1`
    pub region: Box<str>,
    /// `r-…`, the call that launched it.
    pub reservation: Box<str>,
    /// `ami-…`
    pub image: Box<str>,
    /// `t3.micro`
    pub instance_type: Box<str>,
    /// Whether it runs.
    pub state: InstanceState,
    /// When it was launched, or started last.
    pub launched: Timestamp,
    /// `10.0.0.…`
    pub private_address: Box<str>,
    /// `vpc-…`
    pub vpc: Box<str>,
    /// `subnet-…`
    pub subnet: Box<str>,
    /// How its metadata service may be asked.
    pub metadata: MetadataOptions,
    /// Its instance profile: one at the most (rule G-1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub association: Option<ProfileAssociation>,
    /// What its metadata service hands out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credentials: Option<InstanceCredentials>,
    /// Tags.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub tags: BTreeMap<Box<str>, Box<str>>,
}

impl Instance {
    /// `arn:aws:ec2:<region>:<account>:instance/<id>`
    #[must_use]
    pub fn arn(&self) -> Arn {
        Arn::new("ec2", &self.region, Some(self.account), &format!("instance/{}", self.id))
    }

    /// What people call it: its tag `Name`, or else its id.
    #[must_use]
    pub fn name(&self) -> &str {
        self.tags.get("Name").unwrap_or(&self.id)
    }

    /// Whether it runs.
    #[must_use]
    pub fn is_running(&self) -> bool {
        self.state == InstanceState::Running
    }

    /// Since when EC2 has to get credentials for it, where it holds none.
    #[must_use]
    pub fn wants_credentials_since(&self) -> Option<Timestamp> {
        self.association.as_ref().map(|association| association.since.max(self.launched))
    }
}
