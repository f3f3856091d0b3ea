//! What lines read of an account itself: its password policy, the keys and MFA devices of its users and its root user,
//! and its instances.

use super::attempt::Attempt;
use super::goal::{PasswordRule, Thing, ThingKind};
use super::state::{Found, number};
use crate::glob::Glob;
use crate::world::{AccessKey, Account, CharacterClass, Instance, InstanceState, PasswordPolicy, Place, World};

const SECONDS_PER_DAY: i64 = 86_400;

/// A rule of the first account's password policy. Without a policy of its own AWS's applies, which asks for eight
/// characters and for no class in particular (rule E-27).
pub(super) fn password_rule(rule: PasswordRule, attempt: &Attempt) -> Found {
    let account = attempt.now.world().account(attempt.home());
    let policy = account.and_then(|account| account.password_policy.as_ref());
    let requires = |class| Found::YesNo(policy.is_some_and(|policy: &PasswordPolicy| policy.requires.contains(&class)));
    match rule {
        PasswordRule::MinimumLength => number(policy.map_or(8, |policy| policy.minimum_length)),
        PasswordRule::Uppercase => requires(CharacterClass::Uppercase),
        PasswordRule::Lowercase => requires(CharacterClass::Lowercase),
        PasswordRule::Number => requires(CharacterClass::Number),
        PasswordRule::Symbol => requires(CharacterClass::Symbol),
        PasswordRule::Change => Found::YesNo(policy.is_some_and(|policy| policy.allows_change)),
        PasswordRule::MaxAge => match policy.and_then(|policy| policy.max_age_days) {
            Some(days) => Found::Seconds(i64::from(days) * SECONDS_PER_DAY),
            None => Found::YesNo(false),
        },
        PasswordRule::Reuse => number(policy.and_then(|policy| policy.reuse_prevention).unwrap_or_default()),
    }
}

/// The access keys of the users that fit, or of the root user.
pub(super) fn keys<'a>(thing: &Thing, account: Option<&'a Account>, names: &Glob) -> Vec<&'a AccessKey> {
    let Some(account) = account else { return Vec::new() };
    match thing.kind {
        ThingKind::Root => account.root.access_keys.iter().collect(),
        _ => account.users().filter(|user| names.matches(&user.name)).flat_map(|user| &user.access_keys).collect(),
    }
}

/// How many MFA devices the users that fit have, or the root user, whose id is that of the account.
pub(super) fn mfa_devices(thing: &Thing, account: Option<&Account>, names: &Glob) -> usize {
    let Some(account) = account else { return 0 };
    if thing.kind == ThingKind::Root {
        return account.mfa_devices_of(&account.id.to_string()).count();
    }
    let users = account.users().filter(|user| names.matches(&user.name));
    users.map(|user| account.mfa_devices_of(&user.id).count()).sum()
}

/// The instances of the account that fit, by id or by the tag `Name`; those that were terminated are none.
pub(super) fn instances<'a>(
    account: Option<&'a Account>,
    world: &'a World,
    names: &'a Glob,
) -> impl Iterator<Item = &'a Instance> {
    let is_there = |instance: &&Instance| instance.state != InstanceState::Terminated;
    let fits = |instance: &&Instance| names.matches(&instance.id) || names.matches(instance.name());
    let own = move |instance: &&Instance| account.is_some_and(|account| account.id == instance.account);
    world.instances().filter(own).filter(is_there).filter(fits)
}

/// How many instances of the account there are, of a role those whose profile has it.
pub(super) fn instances_of(thing: Option<&Thing>, account: &Account, world: &World) -> usize {
    let every = Glob::new("*");
    let all = instances(Some(account), world, &every);
    let Some(role) = thing.filter(|thing| thing.kind == ThingKind::Role) else { return all.count() };
    let has_role = |instance: &&Instance| {
        let profile = instance.association.as_ref().map(|association| association.profile.last_name());
        account.instance_profiles_of(&role.name).any(|own| Some(own.arn.last_name()) == profile)
    };
    all.filter(has_role).count()
}

/// How many applications on these instances have a key stored with them, which nobody renews.
pub(super) fn stored_keys(account: Option<&Account>, world: &World, names: &Glob) -> usize {
    let is_on = |id: &str| instances(account, world, names).any(|instance| *instance.id == *id);
    let stored = world.applications().filter(|application| application.key.is_some());
    stored.filter(|application| matches!(&application.place, Place::Instance(id) if is_on(id))).count()
}
