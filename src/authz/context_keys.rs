//! The condition keys of a request: those that follow from the principal, the clock and the
//! resource, and those that the learner sets (tables B-42 to B-46).

use super::{AccessCheck, Caller, principal_keys};
use crate::arn::{AccountId, Arn};
use crate::clock::Timestamp;
use crate::eval::{ContextValue, Principal, RequestContext};
use crate::world::World;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a request carries beside its content: where it comes from, and keys that somebody set.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Environment {
    /// Keys that replace what would be there; without a value the key is made absent.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub overrides: BTreeMap<Box<str>, Option<ContextValue>>,
    /// The public address that the call comes from.
    pub source_ip: Box<str>,
}

impl Default for Environment {
    /// A call from a home address, which is no AWS address: 203.0.113.9, from the range for examples.
    fn default() -> Self {
        Self { overrides: BTreeMap::new(), source_ip: "203.0.113.9".into() }
    }
}

pub(super) fn context(
    world: &World,
    caller: &Caller,
    check: &AccessCheck,
    resource_account: Option<AccountId>,
    environment: &Environment,
    now: Timestamp,
) -> RequestContext {
    let mut context = of_principal(world, caller);
    of_request(caller, environment, now, &mut context);
    context.set_one("aws:RequestedRegion", region(world, &check.resource));
    if let Some(account) = resource_account.filter(|_| check.resource.as_ref() != "*") {
        context.set_one("aws:ResourceAccount", account.to_string());
    }
    for (key, value) in check.context.iter() {
        context.set(key, value.clone());
    }
    for (key, value) in &environment.overrides {
        match value {
            Some(value) => context.set(key, value.clone()),
            None => context.remove(key),
        }
    }
    context
}

fn of_principal(world: &World, caller: &Caller) -> RequestContext {
    let mut context = principal_keys(&caller.principal);
    if let Some(id) = &caller.user_id {
        context.set_one("aws:userid", id.clone());
    }
    let tags = match &caller.principal {
        Principal::User { arn, .. } => world.user(arn).map(|user| &user.tags),
        Principal::AssumedRole { role, .. } => world.role(role).map(|role| &role.tags),
        _ => None,
    };
    for (key, value) in tags.into_iter().flatten() {
        context.set_one(&format!("aws:PrincipalTag/{key}"), value.clone());
    }
    if let Some(issued) = caller.token_issued {
        context.set_one("aws:TokenIssueTime", issued.to_string());
        // Sources disagree on role sessions; the key is taken to be there, and false (F-44).
        context.set_one("aws:MultiFactorAuthPresent", "false");
    }
    for (key, value) in caller.context.iter() {
        context.set(key, value.clone());
    }
    context
}

fn of_request(caller: &Caller, environment: &Environment, now: Timestamp, context: &mut RequestContext) {
    context.set_one("aws:CurrentTime", now.to_string());
    context.set_one("aws:EpochTime", now.epoch_seconds().to_string());
    context.set_one("aws:SecureTransport", "true");
    context.set_one("aws:UserAgent", "aws-cli/2");
    context.set_one("aws:ViaAWSService", "false");
    // A service does not call from the learner's place, and AWS does not say from where it does.
    if !matches!(caller.principal, Principal::Service { .. }) {
        context.set_one("aws:SourceIp", environment.source_ip.clone());
    }
}

/// The Region whose endpoint is called; IAM's is in us-east-1 (rule I-3).
fn region(world: &World, resource: &str) -> Box<str> {
    let arn = resource.parse::<Arn>().ok();
    let bucket = arn.as_ref().and_then(|arn| world.bucket_of(arn));
    match (bucket, &arn) {
        (Some(bucket), _) => bucket.region.clone(),
        (None, Some(arn)) if !arn.region().is_empty() => arn.region().into(),
        _ => "us-east-1".into(),
    }
}
