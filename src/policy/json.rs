//! Text to JSON values with their places, and every slip on the way.
//!
//! Policies are typed by hand, so reading never stops at the first problem: what was meant is
//! guessed (a comma forgotten, a quote left open, a bracket of the wrong kind), said in a diagnostic
//! and read on with. Where nothing sensible can be guessed the rest of the line is left out, and the
//! objects around it count as incomplete, so that nothing is said to be missing from them.
//! Repeated names are kept: a policy that has them is refused and the learner is shown both
//! (rule A-4).
//!
//! Reading takes time in proportion to the text. Brackets deeper than [`MAX_DEPTH`] are not
//! entered, so that the stack is bounded too. What the values mean is not known here.

mod brackets;
mod reader;
mod strings;
#[cfg(test)]
mod tests;
mod words;

use super::diagnostic::Findings;
use crate::span::{Span, Spanned};
use std::borrow::Cow;

/// The most brackets inside each other that are read. A policy needs seven.
pub(crate) const MAX_DEPTH: usize = 64;

/// A JSON value with its place; strings include their quotes in the span.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Json<'a> {
    pub(crate) value: JsonValue<'a>,
    pub(crate) span: Span,
}

#[derive(Clone, PartialEq, Debug)]
pub(crate) enum JsonValue<'a> {
    Null,
    Bool(bool),
    Number(&'a str),
    String(Cow<'a, str>),
    Array(Array<'a>),
    Object(Object<'a>),
    /// What is not there, or cannot be read; a diagnostic says why.
    Invalid,
}

/// The values between `[` and `]`.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Array<'a> {
    pub(crate) items: Vec<Json<'a>>,
    /// Whether nothing was left out for being unreadable.
    pub(crate) is_whole: bool,
}

/// The members between `{` and `}`.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Object<'a> {
    pub(crate) members: Vec<Member<'a>>,
    /// Whether nothing was left out for being unreadable.
    pub(crate) is_whole: bool,
}

/// One `"name": value` of an object.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Member<'a> {
    pub(crate) name: Spanned<Cow<'a, str>>,
    pub(crate) value: Json<'a>,
}

impl Member<'_> {
    /// From the name to the end of the value.
    pub(crate) fn span(&self) -> Span {
        Span { start: self.name.span.start, end: self.value.span.end.max(self.name.span.end) }
    }
}

/// Reads `text`; none if there is nothing to be read.
pub(crate) fn parse<'a>(text: &'a str, findings: &mut Findings) -> Option<Json<'a>> {
    reader::Reader::new(text, findings).document()
}
