//! Which services work with an organization, which members administer it for them, and what central root access it
//! has switched on (rule F-22).

use super::Organization;
use crate::arn::AccountId;
use crate::clock::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The principal of IAM, whose trusted access central root access rests on.
const IAM: &str = "iam.amazonaws.com";

/// A switch of central root access.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum RootFeature {
    /// Root credentials of members can be taken away and let back; new members come without any.
    RootCredentialsManagement,
    /// Root sessions for tasks in members.
    RootSessions,
}

/// What the management account has given out of its hands.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Delegation {
    /// Services with trusted access, by principal, with the moment when it was given.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    trusted: BTreeMap<Box<str>, Timestamp>,
    /// Members with the services that they administer.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    administrators: BTreeMap<AccountId, BTreeMap<Box<str>, Timestamp>>,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    features: BTreeSet<RootFeature>,
}

impl Delegation {
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Organization {
    /// Services with trusted access, by principal (`iam.amazonaws.com`), and since when.
    pub fn trusted_services(&self) -> impl Iterator<Item = (&str, Timestamp)> {
        self.delegation.trusted.iter().map(|(service, since)| (&**service, *since))
    }

    /// Whether a service has trusted access.
    #[must_use]
    pub fn trusts(&self, service: &str) -> bool {
        self.delegation.trusted.contains_key(service)
    }

    /// Gives a service trusted access; one that has it keeps it since when it had it.
    pub fn trust(&mut self, service: &str, now: Timestamp) {
        self.delegation.trusted.entry(service.into()).or_insert(now);
    }

    /// Takes trusted access from a service; the switches of central root access go off with that of IAM.
    pub fn distrust(&mut self, service: &str) {
        self.delegation.trusted.remove(service);
        if service == IAM {
            self.delegation.features.clear();
        }
    }

    /// The delegated administrators, with the services of each and since when.
    pub fn delegated_administrators(&self) -> impl Iterator<Item = (AccountId, &BTreeMap<Box<str>, Timestamp>)> {
        self.delegation.administrators.iter().map(|(account, services)| (*account, services))
    }

    /// Whether an account administers a service for the organization, or any service if none is named.
    #[must_use]
    pub fn is_delegated(&self, account: AccountId, service: Option<&str>) -> bool {
        let services = self.delegation.administrators.get(&account);
        services.is_some_and(|services| service.is_none_or(|service| services.contains_key(service)))
    }

    /// Makes a member the administrator of a service.
    pub fn delegate(&mut self, account: AccountId, service: &str, now: Timestamp) {
        self.delegation.administrators.entry(account).or_default().insert(service.into(), now);
    }

    /// Takes a service from its administrator.
    pub fn end_delegation(&mut self, account: AccountId, service: &str) {
        if let Some(services) = self.delegation.administrators.get_mut(&account) {
            services.remove(service);
        }
        self.delegation.administrators.retain(|_, services| !services.is_empty());
    }

    /// The switches of central root access that are on.
    pub fn root_features(&self) -> impl Iterator<Item = RootFeature> + '_ {
        self.delegation.features.iter().copied()
    }

    /// Whether a switch is on. Without trusted access for IAM none is.
    #[must_use]
    pub fn has_root_feature(&self, feature: RootFeature) -> bool {
        self.delegation.features.contains(&feature)
    }

    /// Turns a switch on or off.
    pub fn set_root_feature(&mut self, feature: RootFeature, is_on: bool) {
        if is_on {
            self.delegation.features.insert(feature);
        } else {
            self.delegation.features.remove(&feature);
        }
    }
}
