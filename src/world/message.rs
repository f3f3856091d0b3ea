//! Messages in queues, who is subscribed to a topic, and what a service has yet to deliver.

use super::{Resource, World};
use crate::arn::{AccountId, Arn};
use crate::clock::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A message in a queue.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Message {
    /// A UUID.
    pub id: Box<str>,
    /// What it says.
    pub body: Box<str>,
    /// Who sent it, by the unique id, or by the name of a service.
    pub sender: Box<str>,
    /// When it was sent.
    pub sent: Timestamp,
    /// From when on it can be received: it is late, or somebody works on it.
    pub visible: Timestamp,
    /// How often it was received.
    #[serde(default)]
    pub n_received: u32,
    /// By what it is deleted: a new one each time that it is received.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt: Option<Box<str>>,
}

/// Somebody who gets what is published to a topic.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Subscription {
    /// The ARN of the topic, with a UUID behind it.
    pub arn: Arn,
    /// `sqs`, `lambda`, `email`
    pub protocol: Box<str>,
    /// An ARN or an address.
    pub endpoint: Box<str>,
    /// The account of who subscribed it.
    pub owner: AccountId,
    /// Whether messages come without what SNS puts around them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_raw: bool,
    /// What must be shown to confirm it; nothing is delivered until then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<Box<str>>,
}

/// A notification of a bucket: who is told of what happens in it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Notification {
    /// What its owner calls it.
    pub id: Box<str>,
    /// A queue, a topic or a function.
    pub destination: Arn,
    /// `s3:ObjectCreated:*`
    pub events: Vec<Box<str>>,
    /// What keys begin with.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub prefix: Box<str>,
    /// What keys end with.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub suffix: Box<str>,
}

/// A call that a service is about to make in its own name.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Delivery {
    /// The order among those of the same second.
    pub number: u64,
    /// When.
    pub at: Timestamp,
    /// `sns.amazonaws.com`
    pub service: Box<str>,
    /// The resource that makes the service call, `aws:SourceArn`.
    pub source: Arn,
    /// The account of that resource, `aws:SourceAccount`.
    pub account: AccountId,
    /// `sqs:SendMessage`
    pub operation: Box<str>,
    /// The request.
    pub input: Value,
}

impl World {
    /// What services have yet to deliver, in their order.
    pub fn deliveries(&self) -> impl Iterator<Item = &Delivery> {
        self.compute.deliveries.iter()
    }

    /// Adds a delivery behind those that wait already; it gets its number here.
    pub fn add_delivery(&mut self, delivery: Delivery) {
        let number = self.compute.deliveries.last().map_or(1, |last| last.number + 1);
        self.compute.deliveries.push(Delivery { number, ..delivery });
    }

    /// Takes a delivery out, to be made or because there is nothing to deliver to.
    pub fn take_delivery(&mut self, number: u64) -> Option<Delivery> {
        let at = self.compute.deliveries.iter().position(|delivery| delivery.number == number)?;
        Some(self.compute.deliveries.remove(at))
    }

    /// The topic of a subscription.
    #[must_use]
    pub fn topic_of(&self, subscription: &Arn) -> Option<&Resource> {
        let (topic, _) = subscription.as_str().rsplit_once(':')?;
        self.resource(&topic.parse().ok()?)
    }
}
