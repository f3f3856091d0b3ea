//! Reads predicates, metrics and things.

use super::cursor::{Cursor, Read, misplaced};
use super::parse::{comparison, duration_of, number_of, word_of};
use super::{
    Countable, Element, Expected, Metric, PasswordRule, Predicate, Property, Thing, ThingKind, Value, parse_who,
};
use crate::span::Spanned;

pub(super) fn predicate(cursor: &mut Cursor<'_>) -> Read<Predicate> {
    let metric = metric(cursor)?;
    let comparison = comparison(cursor)?;
    Ok(Predicate { metric, comparison, value: value(cursor)? })
}

fn value(cursor: &mut Cursor<'_>) -> Read<Value> {
    if cursor.eat("{") {
        return parse_who::names(cursor).map(Value::Names);
    }
    let word = cursor.word(Expected::Word)?.value;
    Ok(match (&*word, number_of(&word), duration_of(&word)) {
        (_, Some(number), _) => Value::Number(number),
        (_, _, Some(duration)) => Value::Duration(duration),
        ("yes", ..) => Value::YesNo(true),
        ("no", ..) => Value::YesNo(false),
        _ => Value::Name(word),
    })
}

pub(super) fn metric(cursor: &mut Cursor<'_>) -> Read<Metric> {
    let word = cursor.word(Expected::Metric)?;
    if let Some(rule) = word.value.strip_prefix("password-policy.") {
        let rule = word_of(&PasswordRule::ALL, rule);
        return rule.map(Metric::PasswordPolicy).ok_or_else(|| misplaced(&word, Expected::PasswordRule));
    }
    let plain = match &*word.value {
        "statements" => Some(Metric::Statements),
        "not-action" => Some(Metric::NotAction),
        "calls" => Some(Metric::Calls),
        "failed-calls" => Some(Metric::FailedCalls),
        "minutes" => Some(Metric::Minutes),
        _ => None,
    };
    if let Some(metric) = plain {
        return Ok(metric);
    }
    with_argument(cursor, &word)
}

fn with_argument(cursor: &mut Cursor<'_>, word: &Spanned<Box<str>>) -> Read<Metric> {
    let property = word_of(&Property::ALL, &word.value);
    if property.is_none() && !["count", "wildcards", "denied", "unused-actions"].contains(&&*word.value) {
        return Err(misplaced(word, Expected::Metric));
    }
    cursor.need("(")?;
    let metric = match (property, &*word.value) {
        (Some(property), _) => Metric::Of(property, thing(cursor)?),
        (_, "count") => count(cursor)?,
        (_, "wildcards") => {
            let element = cursor.word(Expected::Element)?;
            let known = word_of(&Element::ALL, &element.value);
            Metric::Wildcards(known.ok_or_else(|| misplaced(&element, Expected::Element))?)
        }
        (_, "denied") => Metric::Denied(parse_who::who(cursor)?),
        _ => Metric::UnusedActions(parse_who::somebody(cursor)?),
    };
    cursor.need(")")?;
    Ok(metric)
}

fn count(cursor: &mut Cursor<'_>) -> Read<Metric> {
    let word = cursor.word(Expected::Countable)?;
    let countable = word_of(&Countable::ALL, &word.value);
    let countable = countable.ok_or_else(|| misplaced(&word, Expected::Countable))?;
    let thing = if cursor.eat_word("of") { Some(thing(cursor)?) } else { None };
    Ok(Metric::Count(countable, thing))
}

pub(super) fn thing(cursor: &mut Cursor<'_>) -> Read<Thing> {
    let word = cursor.word(Expected::Thing)?;
    if &*word.value == "*" {
        return Ok(Thing { account: None, kind: ThingKind::Anything, name: "*".into() });
    }
    if &*word.value == "root" {
        let account = if cursor.eat("(") {
            let account = cursor.word(Expected::Word)?.value;
            cursor.need(")")?;
            Some(account)
        } else {
            None
        };
        return Ok(Thing { account, kind: ThingKind::Root, name: Box::default() });
    }
    thing_of(&word.value).ok_or_else(|| misplaced(&word, Expected::Thing))
}

/// `role/x` or `dev/role/x`
fn thing_of(text: &str) -> Option<Thing> {
    let (first, rest) = text.split_once('/')?;
    let kind =
        |word| word_of(&ThingKind::ALL, word).filter(|kind| !matches!(kind, ThingKind::Root | ThingKind::Anything));
    let (account, kind, name) = if let Some(kind) = kind(first) {
        (None, kind, rest)
    } else {
        let (second, name) = rest.split_once('/')?;
        (Some(first.into()), kind(second)?, name)
    };
    (!name.is_empty()).then(|| Thing { account, kind, name: name.into() })
}
