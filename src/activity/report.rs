//! Reports as they were made: what they say does not change afterwards.

use super::ServiceUse;
use crate::arn::Arn;
use crate::clock::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A credential report of an account (rules E-33, E-34).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CredentialReport {
    /// When it was made.
    pub made: Timestamp,
    /// Lines with comma-separated values.
    pub content: Box<str>,
}

/// An access of one entity to one service, in a report.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Accessed {
    /// `s3`
    pub service: Box<str>,
    /// The user or role.
    pub entity: Arn,
    /// Its unique id.
    pub id: Box<str>,
    /// When and where, the actions too.
    #[serde(flatten)]
    pub last: ServiceUse,
}

/// A report of the services that the policies of something allow, and when they were last accessed (rule E-35).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AccessReport {
    /// When it was made.
    pub made: Timestamp,
    /// The user, group, role or policy that it is about.
    pub arn: Arn,
    /// Whether it tells of single actions.
    pub has_actions: bool,
    /// The services that policies allow.
    pub services: BTreeSet<Box<str>>,
    /// What was accessed by the user or role, or by those in the group or under the policy.
    pub accesses: Vec<Accessed>,
}
