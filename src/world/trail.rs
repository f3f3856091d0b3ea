//! CloudTrail trails: which events of an account are recorded for good, and where.

use crate::arn::{AccountId, Arn};
use crate::clock::Timestamp;
use serde::{Deserialize, Serialize};

/// Calls that read, or calls that write.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum ReadWriteType {
    /// Those that read.
    ReadOnly,
    /// Those that write.
    WriteOnly,
    /// Both.
    All,
}

/// Resources whose data events are recorded.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct DataResource {
    /// `AWS::S3::Object`
    #[serde(rename = "Type")]
    pub kind: Box<str>,
    /// What their ARNs begin with: `arn:aws:s3` for all, `arn:aws:s3:::payroll/` for a bucket.
    #[serde(default)]
    pub values: Vec<Box<str>>,
}

/// Which events a trail records.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct EventSelector {
    /// Reads, writes or both.
    #[serde(default = "all")]
    pub read_write_type: ReadWriteType,
    /// Whether management events are recorded.
    #[serde(default = "yes")]
    pub include_management_events: bool,
    /// Of which resources data events are.
    #[serde(default)]
    pub data_resources: Vec<DataResource>,
    /// Services whose management events are left out.
    #[serde(default)]
    pub exclude_management_event_sources: Vec<Box<str>>,
}

fn all() -> ReadWriteType {
    ReadWriteType::All
}

fn yes() -> bool {
    true
}

impl Default for EventSelector {
    /// All management events, no data events.
    fn default() -> Self {
        Self {
            read_write_type: ReadWriteType::All,
            include_management_events: true,
            data_resources: Vec::new(),
            exclude_management_event_sources: Vec::new(),
        }
    }
}

/// A trail.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Trail {
    /// Its name.
    pub name: Box<str>,
    /// Who owns it.
    pub account: AccountId,
    /// Where it was made.
    pub region: Box<str>,
    /// The bucket that records are delivered to.
    pub bucket: Box<str>,
    /// What the names of their files begin with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prefix: Option<Box<str>>,
    /// Whether it records events of every Region.
    pub is_multi_region: bool,
    /// Whether it records events of IAM, STS and other global services.
    pub includes_global: bool,
    /// Whether it records now.
    pub is_logging: bool,
    /// When it last began to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started: Option<Timestamp>,
    /// When it last ceased to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopped: Option<Timestamp>,
    /// An event is recorded if one of them fits.
    pub selectors: Vec<EventSelector>,
}

/// An event as far as trails tell events apart.
#[derive(Clone, Copy, Debug)]
pub struct TrailEvent<'a> {
    /// The account that it is delivered to.
    pub account: AccountId,
    /// Where it took place.
    pub region: &'a str,
    /// Whether the service is a global one.
    pub is_global: bool,
    /// `iam.amazonaws.com`
    pub source: &'a str,
    /// Whether it only read.
    pub is_read_only: bool,
    /// For a data event the kind of its resource and the resource's ARN; none for a management event.
    pub data: Option<(&'a str, &'a str)>,
}

impl Trail {
    /// `arn:aws:cloudtrail:<region>:<account>:trail/<name>`
    #[must_use]
    pub fn arn(&self) -> Arn {
        Arn::new("cloudtrail", &self.region, Some(self.account), &format!("trail/{}", self.name))
    }

    /// Whether the trail records the event.
    #[must_use]
    pub fn records(&self, event: &TrailEvent<'_>) -> bool {
        self.is_logging
            && self.account == event.account
            && (self.is_multi_region || *self.region == *event.region)
            && (self.includes_global || !event.is_global)
            && self.selectors.iter().any(|selector| selector.fits(event))
    }
}

impl EventSelector {
    fn fits(&self, event: &TrailEvent<'_>) -> bool {
        let is_wanted = match self.read_write_type {
            ReadWriteType::ReadOnly => event.is_read_only,
            ReadWriteType::WriteOnly => !event.is_read_only,
            ReadWriteType::All => true,
        };
        let is_listed = match event.data {
            None => {
                let excluded = &self.exclude_management_event_sources;
                self.include_management_events && !excluded.iter().any(|source| **source == *event.source)
            }
            Some((kind, arn)) => self.data_resources.iter().any(|resource| {
                *resource.kind == *kind && resource.values.iter().any(|value| arn.starts_with(&**value))
            }),
        };
        is_wanted && is_listed
    }
}
