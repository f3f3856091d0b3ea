//! What the value of a key may be, as far as the statements that ask for it can tell values apart.
//!
//! Values of one class are treated alike by every statement, so one of each class stands for all: a text
//! for each set of patterns, numbers and moments at and on either side of those that are compared with,
//! an address in each piece into which the ranges cut the addresses. Where two keys are compared with each
//! other through a variable, the values of the one are tried for the other.

use super::super::applicable::ApplicablePolicies;
use super::super::request::{AuthorizationRequest, ContextValue, Principal};
use super::survey::Survey;
use super::texts::witnesses;
use crate::catalog::{Availability, ConditionKey, KeyType};
use std::collections::{BTreeMap, BTreeSet};

mod asked;
mod ordered;
mod template;

use asked::Asked;

/// Most classes of a value of which all sets are tried for a key with several values; beyond, sets of one
/// and of two, and all together.
const MAX_CLASSES_FOR_ALL_SETS: usize = 6;

/// What may stand for a key: a value, or nothing.
type Choices = Vec<Option<ContextValue>>;

/// The keys that statements ask for and that are not known, as they were given, with what they may be.
pub(super) fn of_keys(
    request: &AuthorizationRequest,
    policies: &ApplicablePolicies,
    survey: &Survey,
) -> Vec<(Box<str>, Choices)> {
    if !request.context.has_unknown() {
        return Vec::new();
    }
    let mut asked = asked::by_key(request, policies, survey);
    let texts: Vec<&str> = texts_of(request);
    let mut singles = singles(&asked, &texts);
    // What is compared with a variable is tried for the variable, and then the other way round.
    asked::solve_by_candidates(&mut asked, request, &singles);
    singles = self::singles(&asked, &texts);
    asked::fill_with_candidates(&mut asked, request, &singles);
    singles = self::singles(&asked, &texts);
    let given = request.context.iter().filter(|(_, value)| matches!(value, ContextValue::Unknown(_)));
    let choices = given.filter_map(|(key, _)| {
        let folded: Box<str> = key.to_ascii_lowercase().into();
        let asked = asked.get(&folded)?;
        Some((key.into(), choices(&folded, asked, singles.get(&folded)?, &request.principal)))
    });
    choices.collect()
}

/// What is known of the request as text: no letter of it is taken for one that nobody looks at.
fn texts_of(request: &AuthorizationRequest) -> Vec<&str> {
    let values = request.context.iter().flat_map(|(_, value)| value.values());
    values.map(|value| &**value).chain([&*request.resource]).collect()
}

/// One value of each class, by key.
fn singles(asked: &BTreeMap<Box<str>, Asked>, texts: &[&str]) -> BTreeMap<Box<str>, Vec<String>> {
    crate::ordered::map(asked.iter().map(|(key, asked)| (key.clone(), single(key, asked, texts))))
}

fn single(key: &str, asked: &Asked, texts: &[&str]) -> Vec<String> {
    let key_type = ConditionKey::named(key).map(|key| key.key_type);
    if key_type == Some(KeyType::Bool) || asked.is_truth && asked.texts.is_empty() {
        return vec!["true".into(), "false".into()];
    }
    let mut values: BTreeSet<String> = asked.values.clone();
    values.extend(ordered::numbers(&asked.numbers));
    values.extend(ordered::moments(&asked.moments, !asked.numbers.is_empty()));
    values.extend(ordered::addresses(&asked.ranges));
    if asked.is_truth {
        values.extend(["true".into(), "false".into()]);
    }
    // What has been solved for is a class of its own wherever it fits.
    let has_typed = !asked.numbers.is_empty() || !asked.moments.is_empty() || !asked.ranges.is_empty();
    if !asked.texts.is_empty() || !has_typed && !asked.is_truth {
        values.extend(witnesses(&asked.texts, texts));
    }
    // The empty text is a value only where somebody reckons with it.
    if asked.texts.iter().any(|test| test.signs.is_empty()) {
        values.insert(String::new());
    }
    values.into_iter().collect()
}

fn choices(key: &str, asked: &Asked, singles: &[String], principal: &Principal) -> Choices {
    let known = ConditionKey::named(key);
    let absent = known.is_none_or(|key| may_be_absent(key.availability, principal)).then_some(None);
    let is_multivalued = known.map_or(asked.has_qualifier, |key| key.is_multivalued);
    let present: Vec<ContextValue> = if is_multivalued {
        sets(singles)
    } else {
        singles.iter().map(|value| ContextValue::One(value.as_str().into())).collect()
    };
    absent.into_iter().chain(present.into_iter().map(Some)).collect()
}

/// Table B-35: keys that every request of such a caller has.
fn may_be_absent(availability: Availability, principal: &Principal) -> bool {
    match availability {
        Availability::Always => false,
        Availability::Signed => matches!(principal, Principal::Anonymous | Principal::Federated { .. }),
        Availability::Users => !matches!(principal, Principal::User { .. }),
        Availability::Services | Availability::TemporaryCredentials | Availability::Sometimes => true,
    }
}

/// Sets of values, of one class or of several.
fn sets(values: &[String]) -> Vec<ContextValue> {
    let many =
        |chosen: Vec<&String>| ContextValue::Many(chosen.into_iter().map(|value| value.as_str().into()).collect());
    if values.len() <= MAX_CLASSES_FOR_ALL_SETS {
        let chosen = |set: usize| values.iter().enumerate().filter(move |(index, _)| set >> index & 1 == 1);
        return (1..1_usize << values.len()).map(|set| many(chosen(set).map(|(_, value)| value).collect())).collect();
    }
    let singles = values.iter().map(|value| vec![value]);
    let pairs = (0..values.len()).flat_map(|one| (0..one).map(move |other| vec![&values[one], &values[other]]));
    singles.chain(pairs).chain([values.iter().collect()]).map(many).collect()
}
