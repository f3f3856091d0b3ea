//! `state` and `budget`: what is counted or read of the world and of what was done.

use super::attempt::Attempt;
use super::goal::{Comparison, Countable, Element, Metric, Predicate, Property, Thing, ThingKind, Value};
use super::status::{Evidence, Missing, Status};
use super::{access, account, documents, history, kept};
use crate::api::Answer;
use crate::arn::Arn;
use crate::glob::Glob;
use crate::ordered;
use crate::policy::{Effect, PatternElement, PolicyDocument, Statement};
use crate::world::{Account, PolicyHolder, StoredPolicy};
use std::cmp::Ordering;
use std::collections::BTreeSet;

/// What was counted or read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Found {
    /// A number.
    Number(i64),
    /// A span of time, in seconds.
    Seconds(i64),
    /// Names.
    Names(BTreeSet<Box<str>>),
    /// Yes or no.
    YesNo(bool),
}

pub(super) fn predicate(predicate: &Predicate, attempt: &Attempt) -> Status {
    match found(&predicate.metric, attempt) {
        Err(missing) => Status::NotYet(missing),
        Ok(found) if holds(&found, predicate.comparison, &predicate.value) => Status::Met,
        Ok(found) => Status::NotMet(Evidence::Found(found)),
    }
}

pub(super) fn budget(metric: &Metric, at_most: u32, attempt: &Attempt) -> Status {
    match found(metric, attempt) {
        Err(missing) => Status::NotYet(missing),
        Ok(found) if holds(&found, Comparison::AtMost, &Value::Number(at_most)) => Status::Met,
        Ok(found) => Status::NotMet(Evidence::Found(found)),
    }
}

/// Names compare as sets: `<=` is part of, and with a number it is their number that counts.
fn holds(found: &Found, comparison: Comparison, value: &Value) -> bool {
    let ordering = match (found, value) {
        (Found::Number(found) | Found::Seconds(found), Value::Number(wanted)) => Some(found.cmp(&i64::from(*wanted))),
        (Found::Number(found) | Found::Seconds(found), Value::Duration(wanted)) => Some(found.cmp(&wanted.seconds())),
        (Found::Names(names), Value::Number(wanted)) => Some(names.len().cmp(&(*wanted as usize))),
        (Found::Names(names), Value::Names(wanted)) => order(names, &ordered::set(wanted.iter().cloned())),
        (Found::Names(names), Value::Name(wanted)) => order(names, &ordered::set([wanted.clone()])),
        (Found::YesNo(found), Value::YesNo(wanted)) if found == wanted => Some(Ordering::Equal),
        _ => None,
    };
    ordering.map_or(comparison == Comparison::NotEqual, |ordering| comparison.holds(ordering))
}

/// By inclusion; none where neither holds the other.
fn order(one: &BTreeSet<Box<str>>, other: &BTreeSet<Box<str>>) -> Option<Ordering> {
    match (one.is_subset(other), other.is_subset(one)) {
        (true, true) => Some(Ordering::Equal),
        (true, false) => Some(Ordering::Less),
        (false, true) => Some(Ordering::Greater),
        (false, false) => None,
    }
}

fn found(metric: &Metric, attempt: &Attempt) -> Result<Found, Missing> {
    let written = || documents::written(attempt.start.world(), attempt.now.world());
    let statements = |is_counted: &dyn Fn(&Statement) -> bool| {
        number(written().into_iter().flat_map(|document| &document.statements).filter(|one| is_counted(one)).count())
    };
    let answers = || attempt.steps().iter().filter_map(|step| step.answer.as_ref());
    Ok(match metric {
        Metric::Of(property, thing) => of_thing(*property, thing, attempt)?,
        Metric::Count(countable, thing) => count(*countable, thing.as_ref(), attempt)?,
        Metric::PasswordPolicy(rule) => account::password_rule(*rule, attempt),
        Metric::UnusedActions(who) => number(access::unused_actions(who, attempt)?),
        Metric::Wildcards(element) => number(written().into_iter().map(|one| wildcards(one, *element)).sum()),
        Metric::Statements => statements(&|_| true),
        Metric::NotAction => statements(&|statement| statement.action.is_negated),
        Metric::Calls => number(answers().count()),
        Metric::FailedCalls => number(answers().filter(|answer| Answer::error(answer).is_some()).count()),
        Metric::Minutes => {
            let seconds = attempt.now.now().epoch_seconds() - attempt.began().epoch_seconds();
            Found::Number(seconds.div_euclid(60) + i64::from(seconds.rem_euclid(60) > 0))
        }
        Metric::Denied(who) => {
            number(attempt.steps().iter().filter(|step| history::is_denied(who, step, attempt)).count())
        }
    })
}

pub(super) fn number(count: usize) -> Found {
    Found::Number(i64::try_from(count).unwrap_or(i64::MAX))
}

/// Patterns of Allow statements that have a wildcard; in a resource one that is not a whole last part.
fn wildcards(document: &PolicyDocument, element: Element) -> usize {
    let allows = document.statements.iter().filter(|statement| statement.effect.value == Effect::Allow);
    let patterns = |statement: &Statement| match element {
        Element::Action => n_patterns(&statement.action, |pattern| pattern.contains(['*', '?'])),
        Element::Resource => statement.resource.as_ref().map_or(0, |resource| {
            n_patterns(resource, |pattern| pattern.strip_suffix("/*").unwrap_or(pattern).contains(['*', '?']))
        }),
    };
    allows.map(patterns).sum()
}

fn n_patterns(element: &PatternElement, is_counted: impl Fn(&str) -> bool) -> usize {
    element.patterns.iter().filter(|pattern| is_counted(&pattern.value)).count()
}

fn of_thing(property: Property, thing: &Thing, attempt: &Attempt) -> Result<Found, Missing> {
    match property {
        Property::Exists => return Ok(Found::YesNo(exists(thing, attempt))),
        _ if !exists(thing, attempt) && !thing.name.contains('*') => {
            return Err(Missing::Resource(thing.to_string().into()));
        }
        _ => {}
    }
    let world = attempt.now.world();
    let names = Glob::new(&thing.name);
    let fits = |name: &str| names.matches(name);
    let buckets = || world.buckets().filter(|bucket| fits(&bucket.name));
    let account = kept::account_of(thing, world, attempt.home());
    let users = || account.into_iter().flat_map(Account::users).filter(|user| fits(&user.name));
    let roles = || account.into_iter().flat_map(Account::roles).filter(|role| fits(&role.name));
    let policies = || account.into_iter().flat_map(Account::policies).filter(|policy| fits(&policy.name));
    let keys = || account::keys(thing, account, &names);
    let last_names = |arns: &mut dyn Iterator<Item = &Arn>| -> Found {
        Found::Names(ordered::set(arns.map(|arn| arn.last_name().into())))
    };
    Ok(match property {
        Property::Attached if matches!(thing.kind, ThingKind::Scp | ThingKind::Rcp) => {
            let policies = kept::organization_policies(world, kept::organization_kind(thing.kind), fits);
            Found::Names(ordered::set(policies.into_iter().flat_map(|(_, targets)| targets)))
        }
        Property::Attached => last_names(&mut holders(thing, account).into_iter().flat_map(|holder| &holder.attached)),
        Property::Inline => {
            let names = holders(thing, account).into_iter().flat_map(|holder| holder.inline.keys().cloned());
            Found::Names(ordered::set(names))
        }
        Property::Groups => Found::Names(ordered::set(users().flat_map(|user| user.groups.iter().cloned()))),
        Property::Members => {
            let members = account.into_iter().flat_map(|account| account.members(&thing.name));
            Found::Names(ordered::set(members.map(|user| user.name.clone())))
        }
        Property::Boundary => match thing.kind {
            ThingKind::Role => last_names(&mut roles().filter_map(|role| role.permissions_boundary.as_ref())),
            _ => last_names(&mut users().filter_map(|user| user.permissions_boundary.as_ref())),
        },
        Property::Versions => number(policies().map(|policy| policy.versions.len()).sum()),
        Property::DefaultVersion => {
            Found::Number(policies().map(|policy| policy.default_version).max().map_or(0, i64::from))
        }
        Property::PublicAccess => Found::YesNo(buckets().any(|bucket| !bucket.public_access_block.is_on())),
        Property::MaxSession => Found::Seconds(roles().map(|role| role.max_session_seconds).max().map_or(0, i64::from)),
        Property::Keys => number(keys().len()),
        Property::KeyAge => {
            let oldest = keys().into_iter().map(|key| key.created.epoch_seconds()).min();
            Found::Seconds(oldest.map_or(0, |oldest| attempt.now.now().epoch_seconds() - oldest))
        }
        Property::Login => Found::YesNo(users().any(|user| user.login.is_some())),
        Property::Owner => {
            let owners = buckets().filter_map(|bucket| world.account(bucket.account));
            Found::Names(ordered::set(owners.map(|account| account.name.clone())))
        }
        Property::Mfa => number(account::mfa_devices(thing, account, &names)),
        Property::TokenRequired => {
            let all = account::instances(account, world, &names).all(|instance| instance.metadata.requires_token);
            Found::YesNo(all)
        }
        Property::StoredKeys => number(account::stored_keys(account, world, &names)),
        Property::Exists => Found::YesNo(false),
    })
}

/// What policies hang on, for things that have any.
fn holders<'a>(thing: &Thing, account: Option<&'a Account>) -> Vec<&'a PolicyHolder> {
    let names = Glob::new(&thing.name);
    let Some(account) = account else { return Vec::new() };
    let fits = |name: &str| names.matches(name);
    match thing.kind {
        ThingKind::User => account.users().filter(|user| fits(&user.name)).map(|user| &user.policies).collect(),
        ThingKind::Group => account.groups().filter(|group| fits(&group.name)).map(|group| &group.policies).collect(),
        ThingKind::Role => account.roles().filter(|role| fits(&role.name)).map(|role| &role.policies).collect(),
        _ => Vec::new(),
    }
}

fn exists(thing: &Thing, attempt: &Attempt) -> bool {
    let world = attempt.now.world();
    let names = Glob::new(&thing.name);
    let fits = |name: &str| names.matches(name);
    let Some(account) = kept::account_of(thing, world, attempt.home()) else { return false };
    match thing.kind {
        ThingKind::User => account.users().any(|user| fits(&user.name)),
        ThingKind::Group => account.groups().any(|group| fits(&group.name)),
        ThingKind::Role | ThingKind::Trust => account.roles().any(|role| fits(&role.name)),
        ThingKind::Policy => account.policies().any(|policy| fits(&policy.name)),
        ThingKind::Bucket => world.buckets().any(|bucket| fits(&bucket.name)),
        ThingKind::BucketPolicy => world.buckets().any(|bucket| fits(&bucket.name) && bucket.policy.is_some()),
        ThingKind::KeyPolicy => kept::keys(world, fits).next().is_some(),
        ThingKind::Scp | ThingKind::Rcp => {
            !kept::organization_policies(world, kept::organization_kind(thing.kind), fits).is_empty()
        }
        ThingKind::Root | ThingKind::Anything => true,
        ThingKind::Instance => account::instances(Some(account), world, &names).next().is_some(),
    }
}

fn count(countable: Countable, thing: Option<&Thing>, attempt: &Attempt) -> Result<Found, Missing> {
    let world = attempt.now.world();
    let account = match thing {
        Some(thing) => kept::account_of(thing, world, attempt.home()),
        None => world.account(attempt.home()),
    };
    let account = account.ok_or_else(|| Missing::Account(thing.map(ToString::to_string).unwrap_or_default().into()))?;
    let names = Glob::new(thing.map_or("*", |thing| &thing.name));
    let fits = |name: &str| names.matches(name);
    let is_counted: fn(&Statement) -> bool = match countable {
        Countable::Users => return Ok(number(account.users().filter(|user| fits(&user.name)).count())),
        Countable::Groups => return Ok(number(account.groups().filter(|group| fits(&group.name)).count())),
        Countable::Roles => return Ok(number(account.roles().filter(|role| fits(&role.name)).count())),
        Countable::Policies => {
            let own = account.policies().filter(|policy| !policy.is_from_aws() && fits(&policy.name));
            return Ok(number(own.count()));
        }
        Countable::Buckets => {
            let own = world.buckets().filter(|bucket| bucket.account == account.id && fits(&bucket.name));
            return Ok(number(own.count()));
        }
        Countable::Keys => {
            let users = account.users().filter(|user| fits(&user.name));
            return Ok(number(users.map(|user| user.access_keys.len()).sum()));
        }
        Countable::Sessions => {
            let now = attempt.now.now();
            let alive = world.sessions().filter(|session| session.account == account.id && !session.is_expired(now));
            return Ok(number(alive.filter(|session| fits(session.behind().last_name())).count()));
        }
        Countable::Instances => return Ok(number(account::instances_of(thing, account, world))),
        Countable::Statements => |_| true,
        Countable::Allow => |statement| statement.effect.value == Effect::Allow,
        Countable::Deny => |statement| statement.effect.value == Effect::Deny,
        Countable::NotAction => |statement| statement.action.is_negated,
        Countable::NotPrincipal => |statement| statement.principal.as_ref().is_some_and(|element| element.is_negated),
        Countable::NotResource => |statement| statement.resource.as_ref().is_some_and(|element| element.is_negated),
    };
    let documents = match thing {
        None => documents::documents(world).into_values().collect(),
        Some(thing) => of_documents(thing, account, attempt),
    };
    let statements = documents.into_iter().flat_map(|document| &document.policy().document().statements);
    Ok(number(statements.filter(|statement| is_counted(statement)).count()))
}

/// The documents that a thing is, or that hang on it.
fn of_documents<'a>(thing: &Thing, account: &'a Account, attempt: &'a Attempt) -> Vec<&'a StoredPolicy> {
    let world = attempt.now.world();
    let names = Glob::new(&thing.name);
    let fits = |name: &str| names.matches(name);
    match thing.kind {
        ThingKind::Policy => {
            account.policies().filter(|policy| fits(&policy.name)).filter_map(|policy| policy.document()).collect()
        }
        ThingKind::Trust => account.roles().filter(|role| fits(&role.name)).map(|role| &role.trust).collect(),
        ThingKind::BucketPolicy | ThingKind::Bucket => {
            world.buckets().filter(|bucket| fits(&bucket.name)).filter_map(|bucket| bucket.policy.as_ref()).collect()
        }
        ThingKind::KeyPolicy => kept::keys(world, fits).map(|key| &key.policy).collect(),
        ThingKind::Scp | ThingKind::Rcp => {
            let policies = kept::organization_policies(world, kept::organization_kind(thing.kind), fits);
            policies.into_iter().map(|(policy, _)| &policy.document).collect()
        }
        ThingKind::User | ThingKind::Group | ThingKind::Role => {
            let of_holder = |holder: &'a PolicyHolder| {
                let managed = holder.attached.iter().filter_map(|arn| account.policy(arn)?.document());
                holder.inline.values().chain(managed)
            };
            holders(thing, Some(account)).into_iter().flat_map(of_holder).collect()
        }
        ThingKind::Instance | ThingKind::Root | ThingKind::Anything => Vec::new(),
    }
}
