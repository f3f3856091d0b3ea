//! `keep`: whether a thing is as it was.

use super::attempt::Attempt;
use super::goal::{Thing, ThingKind};
use super::status::{Evidence, Status};
use super::{account, resolve};
use crate::arn::AccountId;
use crate::glob::Glob;
use crate::world::{Account, Instance, Key, Organization, OrganizationPolicy, OrganizationPolicyType, World};

pub(super) fn keep(things: &[Thing], attempt: &Attempt) -> Status {
    let (start, now, home) = (attempt.start.world(), attempt.now.world(), attempt.home());
    for thing in things {
        if !is_same(thing, start, now, home) {
            return Status::NotMet(Evidence::Changed(thing.clone()));
        }
    }
    Status::Met
}

/// The account that a thing is in.
pub(super) fn account_of<'a>(thing: &Thing, world: &'a World, home: AccountId) -> Option<&'a Account> {
    let id = match &thing.account {
        None => home,
        Some(name) => resolve::account(world, name).ok()?,
    };
    world.account(id)
}

/// Whether a thing, or all that fit its name, are the same in both worlds.
pub(super) fn is_same(thing: &Thing, one: &World, other: &World, home: AccountId) -> bool {
    let names = Glob::new(&thing.name);
    let fits = |name: &str| names.matches(name);
    let account = |world| account_of(thing, world, home);
    macro_rules! of_account {
        ($entities:ident, $part:expr) => {{
            let part = $part;
            let list = |world| {
                let entities = account(world).into_iter().flat_map(Account::$entities);
                entities.filter(|entity| fits(&entity.name)).map(part).collect::<Vec<_>>()
            };
            list(one) == list(other)
        }};
    }
    match thing.kind {
        ThingKind::Policy => of_account!(policies, Clone::clone),
        ThingKind::Role => of_account!(roles, Clone::clone),
        ThingKind::Trust => of_account!(roles, |role: &crate::world::Role| role.trust.clone()),
        ThingKind::User => of_account!(users, Clone::clone),
        ThingKind::Group => of_account!(groups, Clone::clone),
        ThingKind::Bucket => list(one, fits) == list(other, fits),
        ThingKind::BucketPolicy => {
            let policies =
                |world| list(world, fits).into_iter().map(|bucket| bucket.policy.as_ref()).collect::<Vec<_>>();
            policies(one) == policies(other)
        }
        ThingKind::KeyPolicy => {
            let policies = |world| keys(world, fits).map(|key| key.policy.clone()).collect::<Vec<_>>();
            policies(one) == policies(other)
        }
        ThingKind::Scp | ThingKind::Rcp => {
            let kind = organization_kind(thing.kind);
            organization_policies(one, kind, fits) == organization_policies(other, kind, fits)
        }
        ThingKind::Instance => {
            let list = |world| {
                let own = account::instances(account(world), world, &names);
                own.map(without_credentials).collect::<Vec<_>>()
            };
            list(one) == list(other)
        }
        ThingKind::Anything => {
            let every = |kind| Thing { account: None, kind, name: "*".into() };
            let kinds = [ThingKind::Policy, ThingKind::Role, ThingKind::User, ThingKind::Group];
            let ids = crate::ordered::set(one.accounts().chain(other.accounts()).map(|account| account.id));
            let resources = [ThingKind::BucketPolicy, ThingKind::KeyPolicy, ThingKind::Scp, ThingKind::Rcp];
            ids.into_iter().all(|id| kinds.iter().all(|kind| is_same(&every(*kind), one, other, id)))
                && resources.iter().all(|kind| is_same(&every(*kind), one, other, home))
        }
        ThingKind::Root => true,
    }
}

/// What an instance is set to be; its credentials come and go by themselves.
fn without_credentials(instance: &Instance) -> Instance {
    Instance { credentials: None, ..instance.clone() }
}

fn list(world: &World, fits: impl Fn(&str) -> bool) -> Vec<&crate::world::Bucket> {
    world.buckets().filter(|bucket| fits(&bucket.name)).collect()
}

/// The keys whose alias or id fits.
pub(super) fn keys(world: &World, fits: impl Fn(&str) -> bool) -> impl Iterator<Item = &Key> {
    world.keys().filter(move |key| fits(key.name()) || fits(&key.id))
}

/// The type of policies that a kind of thing is.
pub(super) fn organization_kind(kind: ThingKind) -> OrganizationPolicyType {
    match kind {
        ThingKind::Rcp => OrganizationPolicyType::ResourceControlPolicy,
        _ => OrganizationPolicyType::ServiceControlPolicy,
    }
}

/// The policies of an organization whose name fits, with where they are attached.
pub(super) fn organization_policies<'a>(
    world: &'a World,
    kind: OrganizationPolicyType,
    fits: impl Fn(&str) -> bool,
) -> Vec<(&'a OrganizationPolicy, Vec<Box<str>>)> {
    let with_names = |organization: &'a Organization| {
        let targets = |policy: &OrganizationPolicy| {
            organization.targets_of(&policy.id).map(|target| target_name(world, organization, target)).collect()
        };
        organization.policies().map(move |policy| (policy, targets(policy)))
    };
    let all = world.organizations().flat_map(with_names);
    all.filter(|(policy, _)| policy.kind == kind && fits(&policy.name)).collect()
}

/// What people call a root, unit or account.
fn target_name(world: &World, organization: &Organization, id: &str) -> Box<str> {
    let account = id.parse().ok().and_then(|id| world.account(id)).map(|account| account.name.clone());
    let unit = || organization.unit(id).map(|unit| unit.name.clone());
    account.or_else(unit).unwrap_or_else(|| "root".into())
}
