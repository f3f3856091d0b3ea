//! Reads a line: its verb, and what `can`, `cannot`, `budget` and `answer` take.

use super::cursor::{Cursor, Read, misplaced};
use super::{
    Access, AccountSide, Comparison, Duration, Expected, Goal, GoalError, Layer, Moment, Reason, TimeUnit, Wanted,
};
use super::{parse_pattern, parse_state, parse_who};
use crate::clock::Timestamp;
use crate::span::Spanned;

/// The value that a word stands for.
pub(super) fn word_of<T: Copy>(table: &[(T, &'static str)], word: &str) -> Option<T> {
    table.iter().find(|(_, name)| *name == word).map(|(value, _)| *value)
}

pub(super) fn goal(line: &str) -> Result<Goal, GoalError> {
    let mut cursor = Cursor::new(line);
    let goal = after_verb(&mut cursor)?;
    cursor.end()?;
    Ok(goal)
}

/// `can` or `cannot`, and what is promised besides.
fn accesses(verb: Spanned<Box<str>>, cursor: &mut Cursor<'_>) -> Read<Goal> {
    let (mut verb, mut all) = (verb, Vec::new());
    loop {
        all.push(match &*verb.value {
            "can" => Goal::Can(access(cursor)?),
            "cannot" => Goal::Cannot(access(cursor)?),
            _ => return Err(misplaced(&verb, Expected::Verb)),
        });
        if !cursor.eat_word("also") {
            break;
        }
        verb = cursor.word(Expected::Verb)?;
    }
    let only = if all.len() == 1 { all.pop() } else { None };
    Ok(only.unwrap_or(Goal::Every(all)))
}

fn after_verb(cursor: &mut Cursor<'_>) -> Read<Goal> {
    let verb = cursor.word(Expected::Verb)?;
    Ok(match &*verb.value {
        "can" | "cannot" => accesses(verb, cursor)?,
        "saw" => {
            let mut patterns = vec![parse_pattern::pattern(cursor)?];
            while cursor.eat_word("then") {
                patterns.push(parse_pattern::pattern(cursor)?);
            }
            if cursor.eat_word("without") {
                return Ok(Goal::SawWithout(patterns, parse_pattern::pattern(cursor)?));
            }
            Goal::Saw(patterns)
        }
        "never" => Goal::Never(parse_pattern::pattern(cursor)?),
        "state" => {
            let mut predicates = vec![parse_state::predicate(cursor)?];
            while cursor.eat_word("and") {
                predicates.push(parse_state::predicate(cursor)?);
            }
            Goal::State(predicates)
        }
        "keep" => {
            let mut things = vec![parse_state::thing(cursor)?];
            while cursor.eat(",") {
                things.push(parse_state::thing(cursor)?);
            }
            Goal::Keep(things)
        }
        "budget" => {
            let metric = parse_state::metric(cursor)?;
            cursor.need("<=")?;
            Goal::Budget { metric, at_most: number(cursor)? }
        }
        "answer" => answer(cursor)?,
        _ => return Err(misplaced(&verb, Expected::Verb)),
    })
}

fn access(cursor: &mut Cursor<'_>) -> Read<Access> {
    let who = parse_who::somebody(cursor)?;
    let action = action(cursor)?;
    let resource = cursor.word(Expected::Word)?.value;
    let facts = parse_who::facts(cursor)?;
    let at = if cursor.eat("@") { Some(moment(cursor)?) } else { None };
    Ok(Access { who, action, resource, facts, at, because: because(cursor)? })
}

pub(super) fn action(cursor: &mut Cursor<'_>) -> Read<Box<str>> {
    let word = cursor.word(Expected::Action)?;
    let is_action = &*word.value == "*" || word.value.split_once(':').is_some_and(|(_, name)| !name.is_empty());
    if is_action { Ok(word.value) } else { Err(misplaced(&word, Expected::Action)) }
}

fn moment(cursor: &mut Cursor<'_>) -> Read<Moment> {
    let word = cursor.word(Expected::Time)?;
    if let Some(after) = word.value.strip_prefix('+') {
        let after = duration_of(after).ok_or_else(|| misplaced(&word, Expected::Time))?;
        return Ok(Moment::After(after));
    }
    let day = word.value.len() == "2027-01-01".len() && word.value.matches('-').count() == 2;
    let is_time = day || word.value.contains('T');
    let time = Timestamp::parse(&word.value).filter(|_| is_time);
    let time = time.ok_or_else(|| misplaced(&word, Expected::Time))?;
    Ok(if day { Moment::Day(time) } else { Moment::At(time) })
}

/// `15m`
pub(super) fn duration_of(text: &str) -> Option<Duration> {
    let letter = text.chars().last()?;
    let (unit, ..) = TimeUnit::ALL.into_iter().find(|(_, known, _)| *known == letter)?;
    let digits = &text[..text.len() - letter.len_utf8()];
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
    Some(Duration { count: digits.parse().ok().filter(|_| is_number)?, unit })
}

pub(super) fn because(cursor: &mut Cursor<'_>) -> Read<Option<Reason>> {
    if cursor.eat_word("because") { reason_at(cursor).map(Some) } else { Ok(None) }
}

/// A reason alone.
pub(super) fn reason(text: &str) -> Read<Reason> {
    let mut cursor = Cursor::new(text);
    let reason = reason_at(&mut cursor)?;
    cursor.end()?;
    Ok(reason)
}

fn reason_at(cursor: &mut Cursor<'_>) -> Read<Reason> {
    let word = cursor.word(Expected::Layer)?;
    let Some(side) = word_of(&AccountSide::ALL, &word.value) else { return layer(&word) };
    let is_layer = |next: &str| word_of(&Layer::ALL, next.split(':').next().unwrap_or_default()).is_some();
    if cursor.peek().is_some_and(is_layer) {
        let reason = layer(&cursor.word(Expected::Layer)?)?;
        return Ok(Reason { side: Some(side), ..reason });
    }
    Ok(Reason { side: Some(side), layer: None, kind: None })
}

fn layer(word: &Spanned<Box<str>>) -> Read<Reason> {
    Reason::of_layer(&word.value).map_err(|problem| GoalError { span: word.span, problem })
}

pub(super) fn comparison(cursor: &mut Cursor<'_>) -> Read<Comparison> {
    let found = Comparison::ALL.into_iter().find(|(_, sign)| cursor.eat(sign));
    found.map(|(comparison, _)| comparison).ok_or_else(|| cursor.wrong(Expected::Comparison))
}

pub(super) fn number(cursor: &mut Cursor<'_>) -> Read<u32> {
    let word = cursor.word(Expected::Number)?;
    number_of(&word.value).ok_or_else(|| misplaced(&word, Expected::Number))
}

/// Written as numbers are: no sign and no zero before it.
pub(super) fn number_of(text: &str) -> Option<u32> {
    let number: u32 = text.parse().ok()?;
    (number.to_string() == text).then_some(number)
}

fn answer(cursor: &mut Cursor<'_>) -> Read<Goal> {
    let name = cursor.word(Expected::Word)?.value;
    if cursor.eat("=") {
        let wanted = match cursor.eat("{") {
            true => Wanted::Values(parse_who::names(cursor)?),
            false => Wanted::Value(cursor.word(Expected::Word)?.value),
        };
        return Ok(Goal::Answer { name, wanted, after: after(cursor)? });
    }
    cursor.need(">=")?;
    let word = cursor.word(Expected::Fraction)?;
    let parts = word.value.split_once('/').and_then(|(right, of)| Some((number_of(right)?, number_of(of)?)));
    let (right, of) = parts.filter(|(right, of)| right <= of).ok_or_else(|| misplaced(&word, Expected::Fraction))?;
    Ok(Goal::Answer { name, wanted: Wanted::AtLeast { right, of }, after: after(cursor)? })
}

fn after(cursor: &mut Cursor<'_>) -> Read<Vec<super::Pattern>> {
    let mut patterns = Vec::new();
    if cursor.eat_word("after") {
        patterns.push(parse_pattern::pattern(cursor)?);
        while cursor.eat_word("and") {
            patterns.push(parse_pattern::pattern(cursor)?);
        }
    }
    Ok(patterns)
}
