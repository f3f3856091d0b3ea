//! The circumstances of a question, `key=value`: where it comes from, and condition keys set by hand.

use super::error::Problem;
use crate::authz::Environment;
use crate::eval::ContextValue;

/// The value that takes a key away.
const ABSENT: &str = "absent";

/// What the facts say. `aws:SourceIp` and `aws:SourceVpce` say where the call comes from; others are set as they
/// are, several values with commas within brackets, `key=[a,b]`; `key=absent` takes a key away.
///
/// Errors: one is no `key=value`.
pub fn environment<'a>(facts: impl Iterator<Item = &'a str>) -> Result<Environment, Problem> {
    let mut environment = Environment::default();
    for fact in facts {
        let (key, value) = fact.split_once('=').ok_or_else(|| Problem::FactShape(fact.into()))?;
        if key.is_empty() {
            return Err(Problem::FactShape(fact.into()));
        }
        set(&mut environment, key, value);
    }
    Ok(environment)
}

fn set(environment: &mut Environment, key: &str, value: &str) {
    let is = |name: &str| key.eq_ignore_ascii_case(name);
    if is("aws:SourceIp") && value != ABSENT {
        environment.source_ip = value.into();
    } else if is("aws:SourceVpce") && value != ABSENT {
        environment.vpc_endpoint = Some(value.into());
    } else {
        environment.overrides.insert(key.into(), (value != ABSENT).then(|| read(value)));
    }
}

fn read(value: &str) -> ContextValue {
    match value.strip_prefix('[').and_then(|inside| inside.strip_suffix(']')) {
        Some("") => ContextValue::Many(Vec::new()),
        Some(inside) => ContextValue::Many(inside.split(',').map(|item| item.trim().into()).collect()),
        None => ContextValue::One(value.into()),
    }
}
