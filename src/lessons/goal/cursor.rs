//! Where the reading of a line stands.

use super::{Expected, GoalError, GoalProblem};
use crate::span::{Span, Spanned};

/// Whether a word may hold the sign; others need quotes.
pub(super) fn is_word_sign(sign: char) -> bool {
    sign.is_alphanumeric() || ":/.*-_+$?~%&|'@".contains(sign)
}

pub(super) struct Cursor<'a> {
    line: &'a str,
    at: usize,
}

pub(super) type Read<T> = Result<T, GoalError>;

impl<'a> Cursor<'a> {
    pub(super) fn new(line: &'a str) -> Self {
        Self { line, at: 0 }
    }

    fn rest(&mut self) -> &'a str {
        let rest = &self.line[self.at..];
        let blanks = rest.len() - rest.trim_start().len();
        self.at += blanks;
        &rest[blanks..]
    }

    /// The word that comes next, without quotes, if one does.
    pub(super) fn peek(&mut self) -> Option<&'a str> {
        let rest = self.rest();
        if rest.starts_with('@') {
            return None;
        }
        let end = rest.find(|sign| !is_word_sign(sign)).unwrap_or(rest.len());
        (end > 0).then(|| &rest[..end])
    }

    /// Takes the next word if it is this one.
    pub(super) fn eat_word(&mut self, word: &str) -> bool {
        let is_next = self.peek() == Some(word);
        if is_next {
            self.at += word.len();
        }
        is_next
    }

    /// Takes the next sign if it is this one.
    pub(super) fn eat(&mut self, sign: &str) -> bool {
        let is_next = self.rest().starts_with(sign);
        if is_next {
            self.at += sign.len();
        }
        is_next
    }

    pub(super) fn need(&mut self, sign: &'static str) -> Read<()> {
        if self.eat(sign) { Ok(()) } else { Err(self.wrong(Expected::Sign(sign))) }
    }

    /// The next word, which may stand in quotes.
    pub(super) fn word(&mut self, expected: Expected) -> Read<Spanned<Box<str>>> {
        if let Some(word) = self.peek() {
            let span = Span::new(self.at, self.at + word.len());
            self.at += word.len();
            return Ok(Spanned::new(word.into(), span));
        }
        if !self.rest().starts_with('"') {
            return Err(self.wrong(expected));
        }
        self.quoted()
    }

    fn quoted(&mut self) -> Read<Spanned<Box<str>>> {
        let (start, inside) = (self.at, &self.line[self.at + 1..]);
        let Some(end) = inside.find('"') else {
            return Err(GoalError { span: Span::new(start, self.line.len()), problem: GoalProblem::UnclosedText });
        };
        self.at += end + 2;
        Ok(Spanned::new(inside[..end].into(), Span::new(start, self.at)))
    }

    /// What comes next is not what belongs here.
    pub(super) fn wrong(&mut self, expected: Expected) -> GoalError {
        let found = self.next_bit();
        let span = Span::new(self.at, self.at + found.len());
        let problem = match found {
            "" => GoalProblem::Ended(expected),
            _ => GoalProblem::expected(expected, found),
        };
        GoalError { span, problem }
    }

    pub(super) fn end(&mut self) -> Read<()> {
        match self.next_bit() {
            "" => Ok(()),
            found => {
                let span = Span::new(self.at, self.at + found.len());
                Err(GoalError { span, problem: GoalProblem::Extra(found.into()) })
            }
        }
    }

    /// The next word or sign as it stands there.
    fn next_bit(&mut self) -> &'a str {
        let rest = self.rest();
        let n_bytes = self.peek().map_or_else(|| rest.chars().next().map_or(0, char::len_utf8), str::len);
        &rest[..n_bytes]
    }
}

/// A word that is none of those which belong there.
pub(super) fn misplaced(word: &Spanned<Box<str>>, expected: Expected) -> GoalError {
    GoalError { span: word.span, problem: GoalProblem::expected(expected, &word.value) }
}
