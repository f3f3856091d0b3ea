//! Applications: small clients that call AWS by a schedule. They are no part of AWS, and belong to the owner of the
//! world.

use crate::arn::{AccountId, Arn};
use crate::clock::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Where an application runs, and so where an SDK looks for credentials that nobody stored.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Place {
    /// On an instance: its metadata service has them.
    Instance(Box<str>),
    /// In a Lambda function: they are in its environment.
    Function(Arn),
    /// On a machine that AWS knows nothing of.
    Laptop,
}

/// A call that an application makes.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ApplicationCall {
    /// `s3:PutObject`
    pub operation: Box<str>,
    /// The request.
    pub input: Value,
}

/// A client that calls AWS every so often.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Application {
    /// Unique in the world.
    pub name: Box<str>,
    /// Whose it is.
    pub account: AccountId,
    /// Where it runs.
    pub place: Place,
    /// A key that was stored with it: a user's, or a copy of a session's. An SDK takes it before it looks anywhere
    /// else, and never renews it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<Box<str>>,
    /// Whether each run is a process of its own, which keeps no credentials from the run before.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_started_anew: bool,
    /// Seconds from one run to the next.
    pub every: u32,
    /// The first run.
    pub from: Timestamp,
    /// No run later than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
    /// What it calls in each run, in order.
    pub calls: Vec<ApplicationCall>,
    /// The key that its SDK holds at present.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holding: Option<Box<str>>,
}
