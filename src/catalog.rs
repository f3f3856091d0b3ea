//! Reference data that ships with the engine: the managed policies that learners meet, quotas, condition
//! keys, what policies of an organization can speak about, and the shapes of the services' operations.
//!
//! A policy that is attached is copied into the world, so no managed policy takes part in a decision from
//! here.
//! Where the data comes from is said in the `make_….py` beside it, which make it.

mod condition_keys;
mod model;
mod organization_policy;
mod pattern;
mod quota;
mod rcp_service;
mod refusal;

pub use condition_keys::{Availability, ConditionKey, KeyType, condition_keys};
pub use model::{
    Bounds, Form, Member, Need, OperationModel, Protocol, ServiceModel, Shape, ValueType, service_model, service_models,
};
pub use organization_policy::{AwsOrganizationPolicy, organization_policies};
pub use pattern::fits;
pub use quota::{Quota, QuotaEntry, quotas};
pub use rcp_service::{rcp_services, supports_rcps};
pub use refusal::refusal;

use crate::arn::Arn;
use serde::Deserialize;
use std::sync::OnceLock;

/// A policy published by AWS.
#[derive(Clone, Debug)]
pub struct AwsManagedPolicy {
    /// For example `ReadOnlyAccess`.
    pub name: Box<str>,
    /// `arn:aws:iam::aws:policy/…`
    pub arn: Arn,
    /// The number of the version: `v3` is 3.
    pub version: u32,
    /// What it says.
    pub document: serde_json::Value,
}

#[derive(Deserialize)]
struct File {
    policies: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    name: Box<str>,
    arn: Arn,
    version: String,
    document: serde_json::Value,
}

/// The managed policies, by name.
#[must_use]
pub fn managed_policies() -> &'static [AwsManagedPolicy] {
    static POLICIES: OnceLock<Vec<AwsManagedPolicy>> = OnceLock::new();
    POLICIES.get_or_init(|| {
        let file: File =
            crate::json::read(include_str!("catalog/managed_core.json")).expect("the data file is tested to parse");
        let policies = file.policies.into_iter().map(|row| AwsManagedPolicy {
            version: row.version.trim_start_matches('v').parse().unwrap_or(1),
            name: row.name,
            arn: row.arn,
            document: row.document,
        });
        policies.collect()
    })
}

/// The managed policy with that ARN.
#[must_use]
pub fn managed_policy(arn: &Arn) -> Option<&'static AwsManagedPolicy> {
    managed_policies().iter().find(|policy| policy.arn == *arn)
}
