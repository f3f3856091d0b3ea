//! What was used when: keys, roles, passwords, services; and the reports that IAM makes of it.
//!
//! It stands beside the world and not in it, because reading changes it: undo goes back to changes, and a read is
//! none. It knows nothing of who may do what; attempts count as uses (rule E-35). AWS takes up to four hours to
//! show a use; here it shows at once.

mod report;

pub use report::{AccessReport, Accessed, CredentialReport};

use crate::arn::{AccountId, Arn};
use crate::clock::Timestamp;
use rpds::RedBlackTreeMapSync;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

type Table<K, V> = RedBlackTreeMapSync<K, Arc<V>>;

/// The last use of something (rule E-12).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct LastUse {
    /// When.
    pub at: Timestamp,
    /// What the credential report says: of several uses within a span of time it tells the first (rule E-34).
    pub reported: Timestamp,
    /// The service that was called, `iam`; empty for a sign-in.
    pub service: Box<str>,
    /// The Region of the endpoint that was called.
    pub region: Box<str>,
}

/// The last attempt of a user or role to reach a service (rule E-35).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ServiceUse {
    /// When.
    pub at: Timestamp,
    /// Where.
    pub region: Box<str>,
    /// By action, `CreateUser`.
    pub actions: BTreeMap<Box<str>, (Timestamp, Box<str>)>,
}

/// What a user or role has reached.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct EntityUse {
    /// The user or role.
    pub arn: Arn,
    /// By the name of the service in actions.
    pub services: BTreeMap<Box<str>, ServiceUse>,
}

/// A use as it is noted.
#[derive(Clone, Copy, Debug)]
pub struct Use<'a> {
    /// The user or role: its unique id and ARN; the root user's id is that of the account.
    pub entity: Option<(&'a str, &'a Arn)>,
    /// The key that signed.
    pub access_key_id: Option<&'a str>,
    /// `prefix:Name` of what was tried.
    pub action: &'a str,
    /// The Region of the endpoint that was called.
    pub region: &'a str,
    /// When.
    pub at: Timestamp,
}

/// Uses of a password within so many seconds are reported as the first, and likewise of a key (rule E-34).
const PASSWORD_SPAN: i64 = 300;
const KEY_SPAN: i64 = 900;

/// Uses are told of for so many days (rules E-26, E-35).
pub const DAYS_KEPT: i64 = 400;

/// What was used when.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Activity {
    /// By access key id.
    keys: Table<Box<str>, LastUse>,
    /// By the unique id of the user or role.
    entities: Table<Box<str>, EntityUse>,
    /// By the unique id of the user, or the id of the account for its root user.
    passwords: Table<Box<str>, LastUse>,
    credential_reports: Table<AccountId, CredentialReport>,
    /// By job id.
    access_reports: Table<Box<str>, AccessReport>,
}

impl Activity {
    /// Whether nothing was ever used.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Notes that somebody called, or tried to.
    pub fn note(&mut self, used: &Use<'_>) {
        let (service, action) = used.action.split_once(':').unwrap_or((used.action, ""));
        if let Some(key) = used.access_key_id {
            note_last(&mut self.keys, key, used.at, KEY_SPAN, service, used.region);
        }
        let Some((id, arn)) = used.entity else { return };
        let known = self.entities.get(id).map(|entity| (**entity).clone());
        let mut entity = known.unwrap_or_else(|| EntityUse { arn: arn.clone(), services: BTreeMap::new() });
        // A user that was renamed keeps its id.
        entity.arn = arn.clone();
        let new = || ServiceUse { at: used.at, region: used.region.into(), actions: BTreeMap::new() };
        let of_service = entity.services.entry(service.into()).or_insert_with(new);
        (of_service.at, of_service.region) = (used.at, used.region.into());
        of_service.actions.insert(action.into(), (used.at, used.region.into()));
        self.entities.insert_mut(id.into(), Arc::new(entity));
    }

    /// Notes that somebody signed in with a password: the unique id of the user, or the id of the account for its
    /// root user.
    pub fn note_password(&mut self, id: &str, at: Timestamp) {
        note_last(&mut self.passwords, id, at, PASSWORD_SPAN, "", "");
    }

    /// When the key was last used; none if never.
    #[must_use]
    pub fn key(&self, access_key_id: &str) -> Option<&LastUse> {
        self.keys.get(access_key_id).map(|used| &**used)
    }

    /// When the user, or the root user of an account, last signed in with a password; none if never.
    #[must_use]
    pub fn password(&self, id: &str) -> Option<&LastUse> {
        self.passwords.get(id).map(|used| &**used)
    }

    /// What the user or role with that unique id has reached within the days that are kept.
    pub fn services(&self, id: &str, now: Timestamp) -> impl Iterator<Item = (&str, &ServiceUse)> {
        let first = now.plus_seconds(-DAYS_KEPT * 86_400);
        let services = self.entities.get(id).into_iter().flat_map(|entity| &entity.services);
        services.filter(move |(_, used)| used.at >= first).map(|(name, used)| (&**name, used))
    }

    /// When and where the role or user with that unique id was last used within the days that are kept.
    #[must_use]
    pub fn last_used(&self, id: &str, now: Timestamp) -> Option<(Timestamp, &str)> {
        let latest = self.services(id, now).max_by_key(|(_, used)| used.at);
        latest.map(|(_, used)| (used.at, &*used.region))
    }

    /// The newest credential report of the account.
    #[must_use]
    pub fn credential_report(&self, account: AccountId) -> Option<&CredentialReport> {
        self.credential_reports.get(&account).map(|report| &**report)
    }

    /// Keeps a credential report in place of the one before.
    pub fn put_credential_report(&mut self, account: AccountId, report: CredentialReport) {
        self.credential_reports.insert_mut(account, Arc::new(report));
    }

    /// The report of that job.
    #[must_use]
    pub fn access_report(&self, job_id: &str) -> Option<&AccessReport> {
        self.access_reports.get(job_id).map(|report| &**report)
    }

    /// Keeps a report of what was last accessed.
    pub fn put_access_report(&mut self, job_id: Box<str>, report: AccessReport) {
        self.access_reports.insert_mut(job_id, Arc::new(report));
    }

    /// How many reports of what was last accessed were made.
    #[must_use]
    pub fn n_access_reports(&self) -> usize {
        self.access_reports.size()
    }
}

fn note_last(table: &mut Table<Box<str>, LastUse>, key: &str, at: Timestamp, span: i64, service: &str, region: &str) {
    let before = table.get(key).map(|used| used.reported);
    let is_within = |first: &Timestamp| at.epoch_seconds() - first.epoch_seconds() < span;
    let reported = before.filter(is_within).unwrap_or(at);
    let used = LastUse { at, reported, service: service.into(), region: region.into() };
    table.insert_mut(key.into(), Arc::new(used));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rule E-34: several uses of a key within 15 minutes, of a password within 5, are reported as the first.
    #[test]
    fn uses_close_to_each_other_are_reported_as_the_first() {
        let start = Timestamp::parse("2026-11-21T10:00:00Z").unwrap();
        let mut activity = Activity::default();
        let mut reported = |seconds| {
            let at = start.plus_seconds(seconds);
            activity.note(&Use {
                entity: None,
                access_key_id: Some("AKIA"),
                action: "s3:GetObject",
                region: "eu-west-1",
                at,
            });
            activity.note_password("AIDA", at);
            let of = |used: Option<&LastUse>| used.unwrap().reported.epoch_seconds() - start.epoch_seconds();
            (of(activity.key("AKIA")), of(activity.password("AIDA")))
        };
        assert_eq!(reported(0), (0, 0));
        assert_eq!(reported(299), (0, 0));
        assert_eq!(reported(300), (0, 300));
        assert_eq!(reported(899), (0, 899));
        assert_eq!(reported(900), (900, 899));
        assert_eq!(activity.key("AKIA").unwrap().at, start.plus_seconds(900));
    }

    /// Rule E-26: the trailing 400 days.
    #[test]
    fn what_is_older_than_400_days_is_not_told_of() {
        let at = Timestamp::parse("2026-11-21T10:00:00Z").unwrap();
        let arn: Arn = "arn:aws:iam::111122223333:role/r".parse().unwrap();
        let mut activity = Activity::default();
        let entity = Some(("AROA", &arn));
        activity.note(&Use { entity, access_key_id: None, action: "s3:GetObject", region: "eu-west-1", at });
        assert_eq!(activity.last_used("AROA", at.plus_seconds(400 * 86_400)), Some((at, "eu-west-1")));
        assert_eq!(activity.last_used("AROA", at.plus_seconds(400 * 86_400 + 1)), None);
    }
}
