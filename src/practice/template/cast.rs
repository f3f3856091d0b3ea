//! Names, accounts and objects for the worlds of items, from the ranges that AWS keeps for examples.

use super::super::chance::Chance;
use super::super::draft::Draft;
use crate::arn::AccountId;

const PEOPLE: &[&str] = &["alice", "bob", "carol", "dave", "erin", "frank", "grace", "heidi", "ivan", "judy"];
const GROUPS: &[&str] = &["Analysts", "Auditors", "Developers", "Editors", "Operators", "Staff"];
const ROLES: &[&str] = &["archive-keeper", "build-runner", "data-loader", "invoice-reader", "report-editor"];
const BUCKETS: &[&str] =
    &["data-lake", "exports-daily", "invoices-eu", "logs-audit", "payroll-may", "photos-web", "reports-prod"];
const KEYS: &[&str] = &["index.html", "list.json", "may.csv", "notes.txt", "q1.csv", "summary.pdf"];
const ACCOUNTS: &[&str] = &["111122223333", "123456789012", "444455556666", "777788889999"];

/// A world of accounts with these names.
pub(super) fn world<const N: usize>(chance: &mut Chance, names: [&str; N]) -> (Draft, [AccountId; N]) {
    let mut draft = Draft::default();
    let mut ids = accounts(chance, N).into_iter();
    let accounts = names.map(|name| draft.account(ids.next().unwrap_or_default(), name));
    (draft, accounts)
}

pub(super) fn people(chance: &mut Chance, n: usize) -> Vec<&'static str> {
    chance.some(n, PEOPLE)
}

pub(super) fn person(chance: &mut Chance) -> &'static str {
    chance.pick(PEOPLE)
}

/// Somebody who is none of the people.
pub(super) fn stranger(chance: &mut Chance) -> &'static str {
    chance.pick(&["mallory", "oscar", "trudy"])
}

pub(super) fn groups(chance: &mut Chance, n: usize) -> Vec<&'static str> {
    chance.some(n, GROUPS)
}

pub(super) fn role(chance: &mut Chance) -> &'static str {
    chance.pick(ROLES)
}

pub(super) fn bucket(chance: &mut Chance) -> &'static str {
    chance.pick(BUCKETS)
}

pub(super) fn buckets(chance: &mut Chance, n: usize) -> Vec<&'static str> {
    chance.some(n, BUCKETS)
}

pub(super) fn key(chance: &mut Chance) -> &'static str {
    chance.pick(KEYS)
}

pub(super) fn accounts(chance: &mut Chance, n: usize) -> Vec<&'static str> {
    chance.some(n, ACCOUNTS)
}

/// The alias of a KMS key.
pub(super) fn kms_key(chance: &mut Chance) -> &'static str {
    chance.pick(&["archive", "ledger", "seal", "vault"])
}

/// An organizational unit.
pub(super) fn unit(chance: &mut Chance) -> &'static str {
    chance.pick(&["Production", "Sandbox", "Workloads"])
}

/// A verb on an object.
pub(super) fn on_object(chance: &mut Chance) -> &'static str {
    chance.pick(&["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:GetObjectTagging"])
}
