//! The circumstances of a line as condition keys, for asking and for comparing.

use super::goal::{Fact, ShortFact};
use crate::authz::Environment;
use crate::clock::Timestamp;
use crate::eval::{ContextValue, RequestContext};
use crate::glob::Glob;

/// The condition keys that a fact stands for; none as a value means that the key is not there.
fn keys(fact: &Fact) -> Vec<(Box<str>, Option<ContextValue>)> {
    let one = |key: &str, value: &str| (key.into(), Some(ContextValue::One(value.into())));
    match fact {
        Fact::One(key, value) => vec![one(key, value)],
        Fact::Many(key, values) => vec![(key.clone(), Some(ContextValue::Many(values.clone())))],
        Fact::Absent(key) => vec![(key.clone(), None)],
        Fact::Short(short, value) => match short {
            ShortFact::Ip => vec![one("aws:SourceIp", value)],
            ShortFact::Tls => vec![one("aws:SecureTransport", "true")],
            ShortFact::NoTls => vec![one("aws:SecureTransport", "false")],
            ShortFact::Mfa => vec![one("aws:MultiFactorAuthPresent", "true")],
            ShortFact::NoMfa => vec![one("aws:MultiFactorAuthPresent", "false")],
            ShortFact::Region => vec![one("aws:RequestedRegion", value)],
            ShortFact::Prefix => vec![one("s3:prefix", value)],
            ShortFact::Endpoint => vec![one("aws:SourceVpce", value)],
            ShortFact::ExternalId => vec![one("sts:ExternalId", value)],
            ShortFact::Via => via(value),
        },
    }
}

/// Rule C-57: a service that calls on with the caller's identity. The address stays the caller's (rule C-58).
fn via(service: &str) -> Vec<(Box<str>, Option<ContextValue>)> {
    let host: Box<str> = if service.contains('.') { service.into() } else { format!("{service}.amazonaws.com").into() };
    let one = |key: &str, value: &str| (key.into(), Some(ContextValue::One(value.into())));
    vec![
        one("aws:ViaAWSService", "true"),
        ("aws:CalledVia".into(), Some(ContextValue::Many(vec![host.clone()]))),
        one("aws:CalledViaFirst", &host),
        one("aws:CalledViaLast", &host),
    ]
}

/// Where a request under these circumstances comes from. Facts that stand later win.
pub(super) fn environment<'a>(facts: impl Iterator<Item = &'a Fact>) -> Environment {
    let mut environment = Environment::default();
    for fact in facts {
        match fact {
            Fact::Short(ShortFact::Ip, address) => {
                environment.overrides.remove("aws:SourceIp");
                environment.source_ip = address.clone();
            }
            Fact::Short(ShortFact::Endpoint, id) => environment.vpc_endpoint = Some(id.clone()),
            _ => environment.overrides.extend(keys(fact)),
        }
    }
    environment
}

/// A moment that has passed, as far as condition keys tell it.
pub(super) fn set_time(environment: &mut Environment, at: Timestamp) {
    let mut set = |key: &str, value: String| {
        environment.overrides.insert(key.into(), Some(ContextValue::One(value.into())));
    };
    set("aws:CurrentTime", at.to_string());
    set("aws:EpochTime", at.epoch_seconds().to_string());
}

/// Whether a request was made under these circumstances; values are patterns.
pub(super) fn hold(facts: &[Fact], context: &RequestContext) -> bool {
    facts.iter().flat_map(keys).all(|(key, wanted)| {
        let found = context.get(&key.to_ascii_lowercase());
        match (&wanted, found) {
            (None, found) => found.is_none(),
            (Some(_), None) => false,
            (Some(ContextValue::Many(wanted)), Some(found)) => {
                wanted.len() == found.values().len() && wanted.iter().all(|value| found.values().contains(value))
            }
            (Some(wanted), Some(found)) => {
                wanted.values().iter().all(|wanted| found.values().iter().any(|found| Glob::new(wanted).matches(found)))
            }
        }
    })
}
