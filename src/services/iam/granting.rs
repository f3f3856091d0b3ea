//! Which policies speak for an identity, and to which services they grant something (rule E-35).
//!
//! It reads the elements `Effect` and `Action` alone: whether resources and conditions would ever fit is another question.

use super::entity;
use crate::arn::Arn;
use crate::catalog::service_models;
use crate::policy::{Effect, Statement};
use crate::services::{ApiError, Stage};
use crate::world::{Account, PolicyHolder, StoredPolicy};
use std::collections::BTreeSet;

/// A policy that speaks for an identity.
pub(super) struct Granting<'a> {
    pub(super) name: &'a str,
    /// Of a managed policy.
    pub(super) arn: Option<&'a Arn>,
    /// What holds an inline policy: `USER`, `GROUP` or `ROLE`, and its name.
    pub(super) holder: (&'static str, &'a str),
    document: &'a StoredPolicy,
}

/// The policies of a user with those of its groups, of a group, of a role; or a managed policy alone.
pub(super) fn policies<'a>(stage: &'a Stage<'_>, arn: &Arn) -> Result<Vec<Granting<'a>>, ApiError> {
    let account = entity::account(stage)?;
    let missing = || ApiError::new("NoSuchEntity", 404, format!("ARN {arn} not found"));
    let (kind, _) = arn.resource().split_once('/').ok_or_else(missing)?;
    let name = arn.last_name();
    let held: Vec<(&PolicyHolder, (&str, &str))> = match kind {
        "user" => {
            let user = account.user(name).filter(|user| user.arn == *arn).ok_or_else(missing)?;
            let groups = user.groups.iter().filter_map(|group| account.group(group));
            let of_groups = groups.map(|group| (&group.policies, ("GROUP", &*group.name)));
            [(&user.policies, ("USER", &*user.name))].into_iter().chain(of_groups).collect()
        }
        "group" => {
            let group = account.group(name).filter(|group| group.arn == *arn).ok_or_else(missing)?;
            vec![(&group.policies, ("GROUP", &*group.name))]
        }
        "role" => {
            let role = account.role(name).filter(|role| role.arn == *arn).ok_or_else(missing)?;
            vec![(&role.policies, ("ROLE", &*role.name))]
        }
        _ => {
            let policy = account.policy(arn).ok_or_else(missing)?;
            let alone = policy.document().map(|document| Granting {
                name: &policy.name,
                arn: Some(&policy.arn),
                holder: ("", ""),
                document,
            });
            return Ok(alone.into_iter().collect());
        }
    };
    Ok(held.into_iter().flat_map(|(policies, holder)| of_holder(account, policies, holder)).collect())
}

fn of_holder<'a>(
    account: &'a Account,
    policies: &'a PolicyHolder,
    holder: (&'static str, &'a str),
) -> impl Iterator<Item = Granting<'a>> {
    let inline = policies.inline.iter().map(move |(name, document)| Granting { name, arn: None, holder, document });
    let managed = policies.attached.iter().filter_map(move |arn| {
        let policy = account.policy(arn)?;
        Some(Granting { name: &policy.name, arn: Some(&policy.arn), holder, document: policy.document()? })
    });
    inline.chain(managed)
}

impl Granting<'_> {
    /// Whether a statement allows some action of the service.
    pub(super) fn grants(&self, service: &str) -> bool {
        allowing(self.document).any(|statement| {
            statement.action.is_negated
                || statement.action.patterns.iter().any(|pattern| {
                    let prefix = pattern.value.split(':').next().unwrap_or_default();
                    prefix == "*" || prefix.eq_ignore_ascii_case(service)
                })
        })
    }

    /// The services that statements allow something of: those that are named, and all that are known here where a
    /// statement means all.
    pub(super) fn services(&self) -> BTreeSet<Box<str>> {
        let mut services = BTreeSet::new();
        for statement in allowing(self.document) {
            let prefixes = statement.action.patterns.iter().map(|pattern| pattern.value.split(':').next());
            let named = prefixes.map(Option::unwrap_or_default).filter(|prefix| *prefix != "*");
            if statement.action.is_negated || statement.action.patterns.iter().any(|pattern| &*pattern.value == "*") {
                services.extend(service_models().map(|model| model.service.clone()));
            } else {
                services.extend(named.map(|prefix| prefix.to_ascii_lowercase().into()));
            }
        }
        services
    }
}

fn allowing(policy: &StoredPolicy) -> impl Iterator<Item = &Statement> {
    let statements = &policy.policy().document().statements;
    statements.iter().filter(|statement| statement.effect.value == Effect::Allow)
}
