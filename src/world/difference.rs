//! The difference of two worlds: what is in one and not in the other, and what is another in each.
//!
//! Ids that were given out are no part of it: two worlds without a difference may give out different ones.

use super::{Account, Table, World};
use crate::arn::{AccountId, Arn};
use serde::Serialize;
use serde_json::Value;
use std::sync::Arc;

/// Something in a world.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Entity {
    /// What holds for the whole world.
    World,
    /// An account as such: name, alias, root user, rules for passwords.
    Account(AccountId),
    /// An IAM user, by name.
    User(AccountId, Box<str>),
    /// A group, by name.
    Group(AccountId, Box<str>),
    /// A role, by name.
    Role(AccountId, Box<str>),
    /// An instance profile, by name.
    InstanceProfile(AccountId, Box<str>),
    /// An MFA device.
    MfaDevice(Arn),
    /// A provider of SAML assertions or of tokens.
    IdentityProvider(Arn),
    /// A managed policy, and the account in which it is known.
    Policy(AccountId, Arn),
    /// A bucket with what is in it, by name.
    Bucket(Box<str>),
    /// A session, by the id of its access key.
    Session(Box<str>),
    /// A KMS key.
    Key(Arn),
    /// A VPC endpoint, by id.
    VpcEndpoint(Box<str>),
    /// An organization, by id.
    Organization(Box<str>),
    /// A trail.
    Trail(Arn),
    /// An EC2 instance, by id.
    Instance(Box<str>),
    /// A Lambda function.
    Function(Arn),
    /// An application, by name.
    Application(Box<str>),
    /// A queue, topic, table or secret, or what lets outsiders in, such as an identity pool, by ARN.
    Resource(Arn),
}

impl Entity {
    /// Whether IAM keeps it: of such things it takes time until a change is seen everywhere (rule I-1).
    #[must_use]
    pub const fn is_of_iam(&self) -> bool {
        matches!(self, Self::User(..) | Self::Group(..) | Self::Role(..) | Self::InstanceProfile(..) | Self::Policy(..))
    }
}

/// In what way something differs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum EntityChange {
    /// Only the later world has it.
    Added,
    /// Only the earlier world has it.
    Removed,
    /// Both have it, and these of its members differ; named as in a save.
    Changed(Vec<Box<str>>),
}

/// Something that differs in two worlds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    /// What.
    pub entity: Entity,
    /// How.
    pub change: EntityChange,
}

impl World {
    /// What is different in `after`, in the order of [`Entity`]. What both share is not looked at.
    #[must_use]
    pub fn difference(&self, after: &Self) -> Vec<Difference> {
        let mut found = Vec::new();
        if self.propagation_seconds != after.propagation_seconds {
            let change = EntityChange::Changed(vec!["propagation_seconds".into()]);
            found.push(Difference { entity: Entity::World, change });
        }
        compare(&self.accounts, &after.accounts, &mut |before, after| match (before, after) {
            (Some(before), Some(after)) => compare_accounts(before, after, &mut found),
            (None, Some(new)) => compare_accounts_with_none(new, EntityChange::Added, &mut found),
            (Some(old), None) => compare_accounts_with_none(old, EntityChange::Removed, &mut found),
            (None, None) => {}
        });
        table(&self.buckets, &after.buckets, &mut found, &|bucket| Entity::Bucket(bucket.name.clone()));
        table(&self.sessions, &after.sessions, &mut found, &|one| Entity::Session(one.access_key_id.clone()));
        table(&self.keys, &after.keys, &mut found, &|key| Entity::Key(key.arn()));
        table(&self.vpc_endpoints, &after.vpc_endpoints, &mut found, &|one| Entity::VpcEndpoint(one.id.clone()));
        table(&self.organizations, &after.organizations, &mut found, &|one| Entity::Organization(one.id.clone()));
        table(&self.trails, &after.trails, &mut found, &|trail| Entity::Trail(trail.arn()));
        let [old, new] = [&self.compute.instances, &after.compute.instances];
        table(old, new, &mut found, &|instance| Entity::Instance(instance.id.clone()));
        let [old, new] = [&self.compute.functions, &after.compute.functions];
        table(old, new, &mut found, &|function| Entity::Function(function.arn.clone()));
        let [old, new] = [&self.compute.applications, &after.compute.applications];
        table(old, new, &mut found, &|application| Entity::Application(application.name.clone()));
        let [old, new] = [&self.compute.resources, &after.compute.resources];
        table(old, new, &mut found, &|resource| Entity::Resource(resource.arn.clone()));
        let [old, new] = [&self.outside.identity_pools, &after.outside.identity_pools];
        table(old, new, &mut found, &|pool| Entity::Resource(pool.arn.clone()));
        let [old, new] = [&self.outside.anywhere, &after.outside.anywhere];
        table(old, new, &mut found, &|one| Entity::Resource(one.arn.clone()));
        let [old, new] = [&self.outside.identity_centers, &after.outside.identity_centers];
        table(old, new, &mut found, &|one| Entity::Resource(one.arn.clone()));
        crate::ordered::sort_by(&mut found, |one, other| one.entity.cmp(&other.entity));
        found
    }
}

fn compare_accounts(before: &Account, after: &Account, found: &mut Vec<Difference>) {
    let id = after.id;
    let members = members(&before.without_tables(), &after.without_tables());
    if !members.is_empty() {
        found.push(Difference { entity: Entity::Account(id), change: EntityChange::Changed(members) });
    }
    table(&before.users, &after.users, found, &|user| Entity::User(id, user.name.clone()));
    table(&before.groups, &after.groups, found, &|group| Entity::Group(id, group.name.clone()));
    table(&before.roles, &after.roles, found, &|role| Entity::Role(id, role.name.clone()));
    table(&before.instance_profiles, &after.instance_profiles, found, &|one| {
        Entity::InstanceProfile(id, one.name.clone())
    });
    table(&before.mfa_devices, &after.mfa_devices, found, &|one| Entity::MfaDevice(one.serial_number.clone()));
    table(&before.saml_providers, &after.saml_providers, found, &|one| Entity::IdentityProvider(one.arn.clone()));
    table(&before.oidc_providers, &after.oidc_providers, found, &|one| Entity::IdentityProvider(one.arn.clone()));
    table(&before.policies, &after.policies, found, &|policy| Entity::Policy(id, policy.arn.clone()));
}

/// An account that is new, or gone, with everything in it.
fn compare_accounts_with_none(account: &Account, change: EntityChange, found: &mut Vec<Difference>) {
    found.push(Difference { entity: Entity::Account(account.id), change: change.clone() });
    let none = Account::new(account.id, &account.name);
    let mut within = Vec::new();
    compare_accounts(&none, account, &mut within);
    let others = within.into_iter().filter(|difference| difference.entity != Entity::Account(account.id));
    found.extend(others.map(|difference| Difference { change: change.clone(), ..difference }));
}

fn table<K: Ord + Clone, V: PartialEq + Serialize>(
    before: &Table<K, V>,
    after: &Table<K, V>,
    found: &mut Vec<Difference>,
    entity: &dyn Fn(&V) -> Entity,
) {
    compare(before, after, &mut |before, after| {
        let (one, change) = match (before, after) {
            (Some(before), Some(after)) => (after, EntityChange::Changed(members(before, after))),
            (None, Some(new)) => (new, EntityChange::Added),
            (Some(old), None) => (old, EntityChange::Removed),
            (None, None) => return,
        };
        found.push(Difference { entity: entity(one), change });
    });
}

/// Tells of each key whose values are not the same. Values that both tables share are the same.
fn compare<K: Ord + Clone, V: PartialEq>(
    before: &Table<K, V>,
    after: &Table<K, V>,
    tell: &mut dyn FnMut(Option<&V>, Option<&V>),
) {
    for (key, old) in before {
        match after.get(key) {
            None => tell(Some(old), None),
            Some(new) if !Arc::ptr_eq(old, new) && old != new => tell(Some(old), Some(new)),
            Some(_) => {}
        }
    }
    for (key, new) in after {
        if !before.contains_key(key) {
            tell(None, Some(new));
        }
    }
}

/// The members whose values differ, as a save would have them.
fn members(before: &impl Serialize, after: &impl Serialize) -> Vec<Box<str>> {
    let [before, after] = [saved(before), saved(after)];
    let (Value::Object(before), Value::Object(after)) = (before, after) else { return Vec::new() };
    let changed = before.iter().filter(|(name, value)| after.get(*name) != Some(*value)).map(|(name, _)| name);
    let added = after.keys().filter(|name| !before.contains_key(*name));
    changed.chain(added).map(|name| name.as_str().into()).collect()
}

/// By way of text, since that is how worlds are saved and so costs no code of its own.
fn saved(value: &impl Serialize) -> Value {
    let text = serde_json::to_string(value).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}
