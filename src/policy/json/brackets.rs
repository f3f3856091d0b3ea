//! Brackets and commas: what is left open, closed by the wrong bracket, or nested too deep.

use super::reader::Reader;
use super::{Json, JsonValue};
use crate::policy::diagnostic::JsonProblem;
use crate::span::Span;

/// What to do with a bracket of the wrong kind.
pub(super) enum Closing {
    /// It stands for the right one.
    Taken,
    /// It belongs to nothing.
    Skipped,
    /// It belongs to a bracket further out.
    Left,
}

/// What a container has read last.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Last {
    Opening,
    Comma(usize),
    Item,
}

impl<'a> Reader<'a, '_> {
    pub(super) fn begin(&mut self) -> usize {
        let start = self.at;
        self.open.push(start);
        self.at += 1;
        start
    }

    /// Passes the bracket that closes what was opened last.
    pub(super) fn close(&mut self, last: Last) {
        if let Last::Comma(comma) = last {
            self.problem(comma, comma + 1, JsonProblem::TrailingComma);
        }
        self.at += 1;
        self.has_comma = false;
    }

    /// Passes commas: one that is due, and those that are too many.
    pub(super) fn comma(&mut self, last: Last) -> Last {
        let start = self.at;
        let byte = self.peek().unwrap_or(b',');
        self.has_comma = false;
        let n_commas = self.rest().bytes().take_while(|next| *next == byte).count();
        self.at += n_commas;
        if byte == b';' {
            self.problem(start, self.at, JsonProblem::WrongSeparator { found: ';', expected: ',' });
            return Last::Opening;
        }
        let n_due = usize::from(last == Last::Item);
        if n_commas > n_due {
            self.problem(start + n_due, self.at, JsonProblem::ExtraComma);
            return Last::Opening;
        }
        Last::Comma(start)
    }

    /// `start` is never closed; `end` is where its end was expected.
    pub(super) fn unclosed(&mut self, start: usize, end: Option<Span>) {
        if !self.is_lost {
            self.report(Span::new(start, start + 1), JsonProblem::Unclosed, end);
        }
    }

    /// `]` in an object, or `}` in a list that began at `start`.
    pub(super) fn wrong_bracket(&mut self, start: usize) -> Closing {
        let bytes = self.text.as_bytes();
        let here = Span::new(self.at, self.at + 1);
        let (found, opening, expected) = if bytes[start] == b'{' { (']', b'[', '}') } else { ('}', b'{', ']') };
        let is_brace = found == '}';
        let (n_found, n_expected) = (self.surplus()[usize::from(is_brace)], self.surplus()[usize::from(!is_brace)]);
        let is_open = self.open.iter().any(|place| bytes[*place] == opening);
        if n_found > 0 && (is_open || n_expected < 0) {
            self.report(here, JsonProblem::WrongBracket { found, expected }, Some(Span::new(start, start + 1)));
            self.at += 1;
            return Closing::Taken;
        }
        if !is_open {
            if !self.is_lost {
                self.report(here, JsonProblem::Unopened(found), None);
            }
            self.at += 1;
            return Closing::Skipped;
        }
        self.unclosed(start, Some(here));
        Closing::Left
    }

    /// A bracket of a kind that is closed more often than opened was probably mistyped; one that is
    /// opened more often was probably forgotten.
    fn surplus(&mut self) -> [i64; 2] {
        let text = self.text;
        *self.surplus.get_or_insert_with(|| {
            let (mut surplus, mut is_string, mut is_escaped) = ([0; 2], false, false);
            for byte in text.bytes() {
                match byte {
                    b'"' if !is_escaped => is_string = !is_string,
                    b'\n' => is_string = false,
                    b'[' | b']' if !is_string => surplus[0] += if byte == b']' { 1 } else { -1 },
                    b'{' | b'}' if !is_string => surplus[1] += if byte == b'}' { 1 } else { -1 },
                    _ => {}
                }
                is_escaped = byte == b'\\' && !is_escaped;
            }
            surplus
        })
    }

    /// Passes over the bracket and all that is in it, without going into it.
    pub(super) fn too_deep(&mut self) -> Json<'a> {
        let start = self.at;
        self.problem(start, start + 1, JsonProblem::TooDeep);
        let (mut depth, mut is_string, mut is_escaped) = (0_usize, false, false);
        let length = self.rest().bytes().position(|byte| {
            match byte {
                b'"' if !is_escaped => is_string = !is_string,
                b'{' | b'[' if !is_string => depth += 1,
                b'}' | b']' if !is_string => depth -= 1,
                _ => {}
            }
            is_escaped = byte == b'\\' && !is_escaped;
            depth == 0
        });
        self.is_lost |= length.is_none();
        self.at = length.map_or(self.text.len(), |length| start + length + 1);
        self.json(start, JsonValue::Invalid)
    }
}
