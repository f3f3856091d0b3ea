//! Text to JSON values with their places; the only module that knows the JSON crate.
//!
//! Repeated names are kept, since a policy that has them is refused and the learner is shown both
//! (rule A-4). After an error the text is read once more in a forgiving way (commas, quotes,
//! comments), so that problems further down are found in the same go.

use super::diagnostic::{Diagnostic, Finding, JsonProblem};
use crate::rule::Rule;
use crate::span::{Span, Spanned};
use jsonc_parser::ast;
use jsonc_parser::common::{Range, Ranged};
use jsonc_parser::errors::{ParseError, ParseErrorKind};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

/// A JSON value with its place; strings include their quotes in the span.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Json {
    pub(crate) value: JsonValue,
    pub(crate) span: Span,
}

#[derive(Clone, PartialEq, Debug)]
pub(crate) enum JsonValue {
    Null,
    Bool(bool),
    Number(Box<str>),
    String(Box<str>),
    Array(Vec<Json>),
    Object(Vec<Member>),
}

/// One `"name": value` of an object.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Member {
    pub(crate) name: Spanned<Box<str>>,
    pub(crate) value: Json,
}

impl Member {
    /// From the name to the end of the value.
    pub(crate) fn span(&self) -> Span {
        Span { start: self.name.span.start, end: self.value.span.end }
    }
}

/// Reads `text`; none if not even the forgiving reading makes sense of it.
pub(crate) fn parse(text: &str, diagnostics: &mut Vec<Diagnostic>) -> Option<Json> {
    let collect = CollectOptions::default();
    let error = match parse_to_ast(text, &collect, &strict()) {
        Ok(result) => {
            if result.value.is_none() {
                diagnostics.push(syntax_error(Span::new(0, 0), JsonProblem::Empty));
            }
            diagnostics.extend(stray_character(text).or_else(|| lenient(text)));
            return result.value.map(|value| convert(&value));
        }
        Err(error) => error,
    };
    diagnostics.push(describe(text, &error));
    let result = parse_to_ast(text, &collect, &ParseOptions::default()).ok()?;
    result.value.map(|value| convert(&value))
}

/// What the parser lets through and JSON does not: control characters in a string, and blanks other
/// than space, tab and line ends between the words. Web pages are full of the latter.
fn stray_character(text: &str) -> Option<Diagnostic> {
    let mut string_start = None;
    let mut is_escaped = false;
    for (at, character) in text.char_indices() {
        let end = at + character.len_utf8();
        match (string_start, character) {
            (Some(start), '\0'..='\u{1F}') => {
                return Some(syntax_error(Span::new(start, end), JsonProblem::BadString));
            }
            (Some(_), '"') if !is_escaped => string_start = None,
            (None, '"') => string_start = Some(at),
            (None, _) if character.is_whitespace() && !matches!(character, ' ' | '\t' | '\n' | '\r') => {
                return Some(syntax_error(Span::new(at, end), JsonProblem::Unexpected));
            }
            _ => {}
        }
        is_escaped = character == '\\' && !is_escaped && string_start.is_some();
    }
    None
}

/// What else the parser lets through: a second, plain reading is the judge of what is JSON.
fn lenient(text: &str) -> Option<Diagnostic> {
    let error = serde_json::from_str::<serde::de::IgnoredAny>(text).err().filter(|_| !text.trim().is_empty())?;
    let line_start = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum::<usize>();
    let mut at = (line_start + error.column().saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let problem = if error.is_eof() { JsonProblem::Unclosed } else { JsonProblem::Unexpected };
    Some(syntax_error(visible(text, Span::new(at, at)), problem))
}

fn strict() -> ParseOptions {
    ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    }
}

fn convert(value: &ast::Value<'_>) -> Json {
    let span = span_of(value.range());
    let value = match value {
        ast::Value::NullKeyword(_) => JsonValue::Null,
        ast::Value::BooleanLit(literal) => JsonValue::Bool(literal.value),
        ast::Value::NumberLit(literal) => JsonValue::Number(literal.value.into()),
        ast::Value::StringLit(literal) => JsonValue::String((*literal.value).into()),
        ast::Value::Array(array) => JsonValue::Array(array.elements.iter().map(convert).collect()),
        ast::Value::Object(object) => JsonValue::Object(object.properties.iter().map(convert_member).collect()),
    };
    Json { value, span }
}

fn convert_member(property: &ast::ObjectProp<'_>) -> Member {
    let name = Spanned::new(property.name.as_str().into(), span_of(property.name.range()));
    Member { name, value: convert(&property.value) }
}

fn span_of(range: Range) -> Span {
    Span::new(range.start, range.end)
}

fn syntax_error(span: Span, problem: JsonProblem) -> Diagnostic {
    Diagnostic::error(Rule::A1, Some("JSON_SYNTAX_ERROR"), span, Finding::Json(problem))
}

fn describe(text: &str, error: &ParseError) -> Diagnostic {
    use ParseErrorKind as Kind;
    let problem = match error.kind() {
        Kind::ExpectedComma => JsonProblem::CommaMissing,
        Kind::TrailingCommasNotAllowed => JsonProblem::TrailingComma,
        Kind::ExpectedColonAfterObjectKey => JsonProblem::ColonMissing,
        Kind::ExpectedObjectValue => JsonProblem::ValueMissing,
        Kind::ExpectedStringObjectProperty => JsonProblem::NameWithoutQuotes,
        Kind::CommentsNotAllowed | Kind::UnterminatedCommentBlock => JsonProblem::Comment,
        Kind::SingleQuotedStringsNotAllowed => JsonProblem::SingleQuotes,
        Kind::String(_) => JsonProblem::BadString,
        Kind::BareDecimalPointNumbersNotAllowed
        | Kind::ExpectedDigit
        | Kind::ExpectedDigitFollowingNegativeSign
        | Kind::ExpectedPlusMinusOrDigitInNumberLiteral
        | Kind::HexadecimalNumbersNotAllowed
        | Kind::NonFiniteNumbersNotAllowed
        | Kind::UnaryPlusNumbersNotAllowed => JsonProblem::BadNumber,
        Kind::UnterminatedArray | Kind::UnterminatedObject => JsonProblem::Unclosed,
        Kind::UnexpectedCloseBrace | Kind::UnexpectedCloseBracket => JsonProblem::Unopened,
        Kind::MultipleRootJsonValues => JsonProblem::TextAfterEnd,
        Kind::NestingDepthExceeded => JsonProblem::TooDeep,
        Kind::UnexpectedColon
        | Kind::UnexpectedComma
        | Kind::UnexpectedToken
        | Kind::UnexpectedTokenInObject
        | Kind::UnexpectedWord => JsonProblem::Unexpected,
    };
    let span = span_of(error.range());
    let span = if problem == JsonProblem::CommaMissing { next_word(text, span) } else { visible(text, span) };
    syntax_error(span, problem)
}

/// Where a comma is missing: the word that it should stand before.
fn next_word(text: &str, span: Span) -> Span {
    let rest = text.get(span.start as usize..).unwrap_or_default();
    let word = rest.trim_start();
    let start = span.start as usize + rest.len() - word.len();
    let length = match word.strip_prefix('"').and_then(|inside| inside.find('"')) {
        Some(closing) => closing + 2,
        None => return visible(text, Span::new(start, start)),
    };
    Span::new(start, start + length)
}

/// An error at a point, or on blanks, is shown on the next character that can be seen, or else on the
/// last one.
fn visible(text: &str, span: Span) -> Span {
    if !span.of(text).trim().is_empty() {
        return span;
    }
    let seen = |(_, character): &(usize, char)| !character.is_whitespace();
    let after = text.char_indices().filter(|(at, _)| *at >= span.start as usize).find(seen);
    let shown = after.or_else(|| text.char_indices().rfind(seen));
    shown.map_or(span, |(at, character)| Span::new(at, at + character.len_utf8()))
}
