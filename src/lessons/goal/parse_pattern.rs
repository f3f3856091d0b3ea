//! Reads what happened.

use super::cursor::{Cursor, Read, misplaced};
use super::parse::{action, because, comparison};
use super::{Expected, FieldTest, Pattern, Who, parse_state, parse_who};

pub(super) fn pattern(cursor: &mut Cursor<'_>) -> Read<Pattern> {
    let word = cursor.word(Expected::Pattern)?;
    match &*word.value {
        "allowed" | "denied" => decided(cursor, &*word.value == "allowed"),
        "authfail" => not_authenticated(cursor),
        "recorded" => recorded(cursor),
        "error" => {
            let code = cursor.word(Expected::Word)?.value;
            let (mut operation, mut fields) = (None, Vec::new());
            if cursor.eat("(") {
                operation = Some(cursor.word(Expected::Word)?.value);
                while cursor.eat(",") {
                    fields.push(field(cursor)?);
                }
                cursor.need(")")?;
            }
            Ok(Pattern::Failed { code, operation, fields, by: by(cursor)? })
        }
        "signin" => sign_in(cursor),
        "changed" => {
            cursor.need("(")?;
            let thing = parse_state::thing(cursor)?;
            cursor.need(")")?;
            Ok(Pattern::Changed(thing))
        }
        name if name.chars().next().is_some_and(|first| first.is_ascii_uppercase()) || name.contains(':') => {
            let mut fields = Vec::new();
            if cursor.eat("(") {
                fields.push(field(cursor)?);
                while cursor.eat(",") {
                    fields.push(field(cursor)?);
                }
                cursor.need(")")?;
            }
            Ok(Pattern::Done { operation: word.value, fields, by: by(cursor)? })
        }
        _ => Err(misplaced(&word, Expected::Pattern)),
    }
}

/// `(who, action)` or `(who, action, resource)`
fn asked(cursor: &mut Cursor<'_>) -> Read<(Who, Box<str>, Option<Box<str>>)> {
    cursor.need("(")?;
    let who = parse_who::who(cursor)?;
    cursor.need(",")?;
    let action = action(cursor)?;
    let resource = if cursor.eat(",") { Some(cursor.word(Expected::Word)?.value) } else { None };
    cursor.need(")")?;
    Ok((who, action, resource))
}

fn decided(cursor: &mut Cursor<'_>, is_allowed: bool) -> Read<Pattern> {
    let (who, action, resource) = asked(cursor)?;
    let facts = parse_who::facts(cursor)?;
    Ok(Pattern::Decided { is_allowed, who, action, resource, facts, because: because(cursor)? })
}

fn not_authenticated(cursor: &mut Cursor<'_>) -> Read<Pattern> {
    cursor.need("(")?;
    let who = parse_who::who(cursor)?;
    let code = if cursor.eat(",") { Some(cursor.word(Expected::Word)?.value) } else { None };
    let action = if cursor.eat(",") { Some(action(cursor)?) } else { None };
    let resource = if cursor.eat(",") { Some(cursor.word(Expected::Word)?.value) } else { None };
    cursor.need(")")?;
    Ok(Pattern::NotAuthenticated { who, code, action, resource })
}

fn recorded(cursor: &mut Cursor<'_>) -> Read<Pattern> {
    let (who, action, resource) = asked(cursor)?;
    Ok(Pattern::Recorded { who, action, resource })
}

fn sign_in(cursor: &mut Cursor<'_>) -> Read<Pattern> {
    cursor.need("(")?;
    let who = parse_who::who(cursor)?;
    cursor.need(")")?;
    let end = cursor.word(Expected::SignIn)?;
    let is_ok = match &*end.value {
        "ok" => true,
        "failed" => false,
        _ => return Err(misplaced(&end, Expected::SignIn)),
    };
    let has_code = !is_ok && cursor.peek().is_some_and(|word| word != "then" && word != "without");
    let code = if has_code { Some(cursor.word(Expected::Word)?.value) } else { None };
    Ok(Pattern::SignIn { who, is_ok, code })
}

fn field(cursor: &mut Cursor<'_>) -> Read<FieldTest> {
    let field = cursor.word(Expected::Word)?.value;
    let comparison = comparison(cursor)?;
    Ok(FieldTest { field, comparison, value: cursor.word(Expected::Word)?.value })
}

fn by(cursor: &mut Cursor<'_>) -> Read<Option<super::Who>> {
    if cursor.eat_word("by") { parse_who::who(cursor).map(Some) } else { Ok(None) }
}
