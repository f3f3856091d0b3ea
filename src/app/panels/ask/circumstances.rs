//! The last part of the sentence: what a request carries beside who, what and which.
//!
//! Every condition key has a value that follows from the world and the clock; a key can be set to
//! another value, or made absent, which is a fact of its own. What agrees with the world is not kept.

use super::shown::Shown;
use crate::app::strings::AskStrings;
use iam_sandbox::api::{Answer, Question, Sandbox};
use iam_sandbox::authz::Environment;
use iam_sandbox::eval::{ContextValue, RequestContext};
use std::net::IpAddr;

/// The address that a call comes from.
pub const SOURCE_IP: &str = "aws:SourceIp";
/// Whether a second factor was given.
pub const MFA: &str = "aws:MultiFactorAuthPresent";
/// Whether the call came over TLS.
pub const TLS: &str = "aws:SecureTransport";
/// The Region that is called.
pub const REGION: &str = "aws:RequestedRegion";
/// The time.
pub const TIME: &str = "aws:CurrentTime";

/// The text of the chip.
#[derive(Clone, PartialEq, Debug)]
pub struct ChipWords {
    /// Region and second factor.
    pub before: String,
    /// The address, which a phone leaves out.
    pub address: String,
    /// What else was set by hand.
    pub after: String,
}

/// The text of the chip for a request and its answer.
pub fn chip_words(shown: &Shown, answer: &Answer, words: &AskStrings) -> ChipWords {
    let environment = &shown.question.environment;
    let asked = answer.deciding_check().map(|check| &check.request.context);
    let mfa = match overridden(environment, MFA) {
        Some(Some(ContextValue::Unknown(_))) => words.mfa_not_known,
        Some(Some(value)) if plain(value) == "true" => words.mfa,
        None if asked.and_then(|context| context.single(&MFA.to_ascii_lowercase())) == Some("true") => words.mfa,
        Some(_) | None => words.no_mfa,
    };
    let known = |value: &&ContextValue| !matches!(value, ContextValue::Unknown(_));
    let region = overridden(environment, REGION).and_then(Option::as_ref).filter(known).map(plain);
    // Where the Region of a request follows from its resource, or is always the same, it need not be said.
    let is_global =
        ["iam:", "sts:", "s3:", "organizations:"].iter().any(|prefix| shown.question.action.starts_with(prefix));
    let called = asked.filter(|_| !is_global && overridden(environment, REGION).is_none());
    let called = called.and_then(|context| context.single(&REGION.to_ascii_lowercase())).map(str::to_owned);
    let region = region.or(called);
    let address = match overridden(environment, SOURCE_IP) {
        None => environment.source_ip.to_string(),
        Some(Some(ContextValue::Unknown(_))) => words.address_not_known.to_owned(),
        Some(Some(value)) => plain(value),
        Some(None) => words.no_address.to_owned(),
    };
    let told = |key: &str| {
        let is_region = key.eq_ignore_ascii_case(REGION) && region.is_some();
        is_region || key.eq_ignore_ascii_case(MFA) || key.eq_ignore_ascii_case(SOURCE_IP)
    };
    let others: Vec<_> = environment.overrides.iter().filter(|(key, _)| !told(key)).collect();
    let through = environment.vpc_endpoint.as_ref().map(|id| format!(" · {}", (words.through)(id)));
    let others = match &others[..] {
        [] => String::new(),
        [(key, Some(value))] if known(&value) => format!(" · {key} {}", plain(value)),
        others => format!(" · {}", (words.n_keys_set)(others.len())),
    };
    ChipWords {
        before: region.as_ref().map_or_else(|| mfa.to_owned(), |region| format!("{region} · {mfa}")),
        address: format!(" · {address}"),
        after: through.unwrap_or_default() + &others,
    }
}

/// What the request would carry with nothing set by hand.
pub fn baseline(sandbox: &Sandbox, question: &Question) -> RequestContext {
    let source_ip = question.environment.source_ip.clone();
    let vpc_endpoint = question.environment.vpc_endpoint.clone();
    let environment = Environment { source_ip: source_ip.clone(), vpc_endpoint, ..Environment::default() };
    let answer = sandbox.preview(&Question { environment, ..question.clone() });
    answer.deciding_check().map_or_else(
        // Nobody is authenticated, so no policy asks: what any request carries.
        || {
            let mut context = RequestContext::default();
            context.set_one(SOURCE_IP, source_ip);
            context.set_one(TLS, "true");
            context.set_one(REGION, "us-east-1");
            context.set_one(TIME, sandbox.now().to_string());
            context
        },
        |check| check.request.context.clone(),
    )
}

/// What somebody set a key to, if anybody did; the inner none makes it absent.
pub fn overridden<'a>(environment: &'a Environment, key: &str) -> Option<&'a Option<ContextValue>> {
    environment.overrides.iter().find(|(other, _)| other.eq_ignore_ascii_case(key)).map(|(_, value)| value)
}

/// The value that the request carries; none if the key is absent.
pub fn effective(environment: &Environment, baseline: &RequestContext, key: &str) -> Option<ContextValue> {
    match overridden(environment, key) {
        Some(value) => value.clone(),
        None => baseline.get(&key.to_ascii_lowercase()).cloned(),
    }
}

/// The environment in which a key has this value, or is absent.
pub fn with(
    environment: &Environment,
    baseline: &RequestContext,
    key: &str,
    value: Option<ContextValue>,
) -> Environment {
    let mut next = without(environment, key);
    match &value {
        Some(ContextValue::One(address)) if key == SOURCE_IP => next.source_ip = address.clone(),
        _ if value.as_ref() == baseline.get(&key.to_ascii_lowercase()) => {}
        _ => {
            next.overrides.insert(key.into(), value);
        }
    }
    next
}

/// The environment in which nobody set the key.
pub fn without(environment: &Environment, key: &str) -> Environment {
    let mut next = environment.clone();
    next.overrides.retain(|other, _| !other.eq_ignore_ascii_case(key));
    next
}

/// A value as it is typed: commas part several.
pub fn plain(value: &ContextValue) -> String {
    value.values().join(", ")
}

/// What was typed, as a value.
pub fn parsed(text: &str) -> ContextValue {
    match text.contains(',') {
        true => {
            ContextValue::Many(text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(Into::into).collect())
        }
        false => ContextValue::One(text.trim().into()),
    }
}

/// What a text has to look like.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// Anything.
    Any,
    /// An address that a call can come from.
    Address,
    /// A condition key.
    Key,
}

impl Form {
    /// Whether the text looks like that.
    pub fn fits(self, text: &str) -> bool {
        let is_clean = |part: &str| !part.is_empty() && !part.contains(char::is_whitespace);
        match self {
            Self::Any => true,
            Self::Address => text.trim().parse::<IpAddr>().is_ok(),
            Self::Key => text.trim().split_once(':').is_some_and(|(prefix, name)| is_clean(prefix) && is_clean(name)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn world_says() -> RequestContext {
        let mut context = RequestContext::default();
        context.set_one(TLS, "true");
        context.set_one(SOURCE_IP, "203.0.113.9");
        context
    }

    fn one(text: &str) -> ContextValue {
        ContextValue::One(text.into())
    }

    #[test]
    fn what_agrees_with_the_world_is_not_kept() {
        let start = Environment::default();
        let set = with(&start, &world_says(), TLS, Some(one("false")));
        assert_eq!(set.overrides.len(), 1);
        assert_eq!(with(&set, &world_says(), "aws:securetransport", Some(one("true"))), start);
        let absent = with(&start, &world_says(), MFA, None);
        assert_eq!(absent, start);
    }

    #[test]
    fn absent_is_a_value_of_its_own() {
        let absent = with(&Environment::default(), &world_says(), TLS, None);
        assert_eq!(overridden(&absent, TLS), Some(&None));
        assert_eq!(effective(&absent, &world_says(), TLS), None);
        assert_eq!(effective(&without(&absent, TLS), &world_says(), TLS), Some(one("true")));
    }

    #[test]
    fn the_address_has_a_place_of_its_own() {
        let moved = with(&Environment::default(), &world_says(), SOURCE_IP, Some(one("198.51.100.7")));
        assert_eq!((&*moved.source_ip, moved.overrides.len()), ("198.51.100.7", 0));
        let absent = with(&moved, &world_says(), SOURCE_IP, None);
        assert_eq!(overridden(&absent, SOURCE_IP), Some(&None));
    }

    #[test]
    fn commas_part_values() {
        assert_eq!(parsed("team, cost"), ContextValue::Many(vec!["team".into(), "cost".into()]));
        assert_eq!(parsed(" red "), ContextValue::One("red".into()));
    }

    #[test]
    fn addresses_and_keys_are_told_from_other_texts() {
        let (address, key) = (|text| Form::Address.fits(text), |text| Form::Key.fits(text));
        assert!(address("2001:db8::1") && address(" 10.0.0.1") && !address("10.0.0") && !address("home"));
        assert!(key("aws:PrincipalTag/team") && !key("team") && !key("aws:") && !key("aws:a b"));
    }
}
