//! Reads who somebody is and under which circumstances.

use super::cursor::{Cursor, Read, misplaced};
use super::parse::word_of;
use super::{CredentialKind, Expected, Fact, GoalError, GoalProblem, ShortFact, Who};
use crate::span::{Span, Spanned};

/// Somebody in particular.
pub(super) fn somebody(cursor: &mut Cursor<'_>) -> Read<Who> {
    let start = cursor.wrong(Expected::Who).span;
    match who(cursor)? {
        Who::Anybody => Err(GoalError { span: start, problem: GoalProblem::AnybodyOutsidePattern }),
        who => Ok(who),
    }
}

/// Somebody, or anybody.
pub(super) fn who(cursor: &mut Cursor<'_>) -> Read<Who> {
    let base = base(cursor)?;
    if base == Who::Anybody || !cursor.eat("[") {
        return Ok(base);
    }
    let (mut credentials, mut facts) = (None, Vec::new());
    loop {
        match cursor.peek().and_then(|word| word_of(&CredentialKind::ALL, word)) {
            Some(kind) if credentials.is_none() && facts.is_empty() => {
                cursor.word(Expected::Fact)?;
                credentials = Some(kind);
            }
            _ => facts.push(fact(cursor)?),
        }
        if !cursor.eat(",") {
            break;
        }
    }
    cursor.need("]")?;
    Ok(Who::With { who: Box::new(base), credentials, facts })
}

fn base(cursor: &mut Cursor<'_>) -> Read<Who> {
    let word = cursor.word(Expected::Who)?;
    let is_call = cursor.eat("(");
    let who = match (&*word.value, is_call) {
        ("*", false) => return Ok(Who::Anybody),
        ("anonymous", false) => return Ok(Who::Anonymous),
        ("root", false) => return Ok(Who::Root(None)),
        (_, false) => return name(word).map(Who::User),
        ("root", true) => Who::Root(Some(cursor.word(Expected::Word)?.value)),
        ("session", true) => session(cursor)?,
        ("descendants", true) => Who::Descendants(name(cursor.word(Expected::Word)?)?),
        ("portal", true) => Who::Portal(name(cursor.word(Expected::Word)?)?),
        ("federated", true) => Who::Federated(name(cursor.word(Expected::Word)?)?),
        ("token", true) => {
            let who = Box::new(somebody(cursor)?);
            let has_mfa = cursor.eat(",");
            if has_mfa && !cursor.eat_word("mfa") {
                return Err(cursor.wrong(Expected::Sign("mfa")));
            }
            Who::Token { who, has_mfa }
        }
        ("service", true) => Who::Service(cursor.word(Expected::Word)?.value),
        ("fresh", true) => Who::Fresh(name(cursor.word(Expected::Word)?)?),
        ("slr", true) => Who::ServiceLinkedRole(name(cursor.word(Expected::Word)?)?),
        ("app", true) => Who::App(name(cursor.word(Expected::Word)?)?),
        ("subject", true) => subject(cursor)?,
        (_, true) => return Err(misplaced(&word, Expected::Who)),
    };
    cursor.need(")")?;
    Ok(who)
}

fn name(word: Spanned<Box<str>>) -> Read<Box<str>> {
    let is_name = !word.value.contains(':') && word.value.split('/').all(|part| !part.is_empty());
    if is_name { Ok(word.value) } else { Err(misplaced(&word, Expected::Who)) }
}

fn session(cursor: &mut Cursor<'_>) -> Read<Who> {
    let role = name(cursor.word(Expected::Word)?)?;
    let by = if cursor.eat_word("by") { Some(Box::new(somebody(cursor)?)) } else { None };
    let (mut policy, mut is_older) = (None, false);
    while !is_older && cursor.eat(",") {
        if cursor.eat_word("older") {
            is_older = true;
            continue;
        }
        if policy.is_some() || !cursor.eat_word("policy") {
            return Err(cursor.wrong(Expected::Sign("policy")));
        }
        cursor.need("=")?;
        policy = Some(cursor.word(Expected::Word)?.value);
    }
    Ok(Who::Session { role, by, policy, is_older })
}

fn subject(cursor: &mut Cursor<'_>) -> Read<Who> {
    let provider = cursor.word(Expected::Word)?.value;
    let mut claims = Vec::new();
    while cursor.eat(",") {
        let claim = cursor.word(Expected::Word)?.value;
        cursor.need("=")?;
        claims.push((claim, cursor.word(Expected::Word)?.value));
    }
    Ok(Who::Subject { provider, claims })
}

/// What stands in brackets after a request; nothing without brackets.
pub(super) fn facts(cursor: &mut Cursor<'_>) -> Read<Vec<Fact>> {
    let mut facts = Vec::new();
    if cursor.eat("[") {
        facts.push(fact(cursor)?);
        while cursor.eat(",") {
            facts.push(fact(cursor)?);
        }
        cursor.need("]")?;
    }
    Ok(facts)
}

fn fact(cursor: &mut Cursor<'_>) -> Read<Fact> {
    let word = cursor.word(Expected::Fact)?;
    let has_value = cursor.eat("=");
    let short = ShortFact::ALL.into_iter().find(|(_, name, takes)| **name == *word.value && *takes == has_value);
    if let Some((short, _, takes_value)) = short {
        let value = if takes_value { cursor.word(Expected::Word)?.value } else { Box::default() };
        return Ok(Fact::Short(short, value));
    }
    if !has_value || !word.value.contains(':') {
        return Err(misplaced(&word, Expected::Fact));
    }
    if cursor.eat("{") {
        return names(cursor).map(|values| Fact::Many(word.value, values));
    }
    let start: Span = cursor.wrong(Expected::Word).span;
    let value = cursor.word(Expected::Word)?;
    // In quotes it is a text like any other.
    let is_absent = &*value.value == "absent" && value.span == start;
    Ok(if is_absent { Fact::Absent(word.value) } else { Fact::One(word.value, value.value) })
}

/// The rest of a list after `{`.
pub(super) fn names(cursor: &mut Cursor<'_>) -> Read<Vec<Box<str>>> {
    let mut names = Vec::new();
    if cursor.eat("}") {
        return Ok(names);
    }
    names.push(cursor.word(Expected::Word)?.value);
    while cursor.eat(",") {
        names.push(cursor.word(Expected::Word)?.value);
    }
    cursor.need("}")?;
    Ok(names)
}
