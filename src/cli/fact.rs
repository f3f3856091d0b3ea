//! The circumstances of a question, `key=value`: where it comes from, and condition keys set by hand.

use super::error::Problem;
use crate::authz::Environment;
use crate::eval::ContextValue;

/// The value that takes a key away.
const ABSENT: &str = "absent";

/// Sets what a fact says. `aws:SourceIp` and `aws:SourceVpce` say where the call comes from; others are set as they
/// are, several values with commas within brackets, `key=[a,b]`; `key=absent` takes a key away.
///
/// Errors: it is no `key=value`.
pub(super) fn set(environment: &mut Environment, fact: &str) -> Result<(), Problem> {
    let parts = fact.split_once('=').filter(|(key, _)| !key.is_empty());
    let (key, value) = parts.ok_or_else(|| Problem::FactShape(fact.into()))?;
    let is = |name: &str| key.eq_ignore_ascii_case(name);
    if is("aws:SourceIp") && value != ABSENT {
        environment.source_ip = value.into();
    } else if is("aws:SourceVpce") && value != ABSENT {
        environment.vpc_endpoint = Some(value.into());
    } else {
        environment.overrides.insert(key.into(), (value != ABSENT).then(|| read(value)));
    }
    Ok(())
}

fn read(value: &str) -> ContextValue {
    match value.strip_prefix('[').and_then(|inside| inside.strip_suffix(']')) {
        Some("") => ContextValue::Many(Vec::new()),
        Some(inside) => ContextValue::Many(inside.split(',').map(|item| item.trim().into()).collect()),
        None => ContextValue::One(value.into()),
    }
}
