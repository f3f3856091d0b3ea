//! A record of CloudTrail, and what operations may see of the past.
//!
//! Records are made above, from what was done; operations only look them up. Nothing here knows which calls are
//! recorded, nor how.

use crate::arn::AccountId;
use crate::clock::Timestamp;
use serde_json::Value;
use std::fmt;

/// What was done so far, for operations that look it up.
pub trait Past: fmt::Debug {
    /// All records, newest first.
    fn records(&self) -> Box<dyn Iterator<Item = TrailRecord> + '_>;
}

/// A record as CloudTrail delivers it to one account (rule H-1).
#[derive(Clone, PartialEq, Debug)]
pub struct TrailRecord {
    /// Position of the step that it tells of.
    pub step: usize,
    /// The account that receives it.
    pub account: AccountId,
    /// The time of the call.
    pub at: Timestamp,
    /// Whether it is a management event: those alone are in the event history. Others are data events.
    pub is_management: bool,
    /// The trails that record it.
    pub trails: Vec<Box<str>>,
    /// The record with CloudTrail's names.
    pub event: Value,
}

impl TrailRecord {
    /// The text at a JSON pointer of the record; empty if there is none.
    #[must_use]
    pub fn text(&self, pointer: &str) -> &str {
        self.event.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
    }

    /// Whether anybody will find it: in the event history or in a trail. Data events are recorded by trails
    /// that ask for them, and by nothing else.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        self.is_management || !self.trails.is_empty()
    }

    /// The access key that signed; empty if none did.
    #[must_use]
    pub fn access_key_id(&self) -> &str {
        self.text("/userIdentity/accessKeyId")
    }

    /// The access key that the call made, if it made a session.
    #[must_use]
    pub fn key_made(&self) -> Option<&str> {
        self.event.pointer("/responseElements/credentials/accessKeyId").and_then(Value::as_str)
    }

    /// The user, the name of the session, or `root`: what `LookupEvents` calls the user name.
    #[must_use]
    pub fn user_name(&self) -> &str {
        let session = || self.text("/userIdentity/principalId").split_once(':').map_or("", |(_, name)| name);
        match self.text("/userIdentity/type") {
            "Root" => "root",
            "AssumedRole" | "FederatedUser" => session(),
            _ => self.text("/userIdentity/userName"),
        }
    }
}
