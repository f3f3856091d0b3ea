//! Words of a command line, parted as a POSIX shell parts them.
//!
//! Quotes, backslashes, comments, lines that go on, and variables (`$NAME`) are read; pipes, redirections and
//! everything else that only a shell could do is refused by name.

use super::error::{CliError, Problem};
use crate::span::Span;
use std::collections::BTreeMap;

/// What `$NAME` stands for.
pub type Variables = BTreeMap<Box<str>, String>;

/// A word with the place where it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Word {
    /// What it says, without quotes.
    pub text: String,
    /// Where it is written, quotes included.
    pub span: Span,
}

/// Where the commands of a script stand, one each: lines, with those that a backslash or an open quote takes
/// further, parted at `;` and `&&`; without empty ones and comments.
#[must_use]
pub fn commands(script: &str) -> Vec<Span> {
    let bytes = script.as_bytes();
    let mut spans = Vec::new();
    let (mut at, mut start, mut end) = (0, None, 0);
    while at < bytes.len() {
        let byte = bytes[at];
        let is_first_of_word = at == 0 || bytes[at - 1].is_ascii_whitespace();
        let next = match byte {
            b'\n' | b';' => {
                spans.extend(start.take().map(|start| Span::new(start, end)));
                at += 1;
                continue;
            }
            b'&' if bytes.get(at + 1) == Some(&b'&') => {
                spans.extend(start.take().map(|start| Span::new(start, end)));
                at += AND.len();
                continue;
            }
            b'#' if is_first_of_word => {
                at = line_end(bytes, at);
                continue;
            }
            b'\\' => after_escape(bytes, at),
            b'\'' => {
                bytes[at + 1..].iter().position(|byte| *byte == b'\'').map_or(bytes.len(), |offset| at + offset + 2)
            }
            b'"' => after_double_quote(bytes, at),
            _ => at + 1,
        };
        let is_blank = byte.is_ascii_whitespace() || (byte == b'\\' && bytes.get(at + 1) == Some(&b'\n'));
        if !is_blank {
            start.get_or_insert(at);
            end = next;
        }
        at = next;
    }
    spans.extend(start.map(|start| Span::new(start, end)));
    spans
}

/// Between commands of which the second is for the case that the first succeeds.
const AND: &str = "&&";

/// Whether a command is only for the case that the one before it succeeds.
pub(super) fn is_conditional(script: &str, command: Span) -> bool {
    script.get(..command.start as usize).is_some_and(|before| before.trim_end().ends_with(AND))
}

fn line_end(bytes: &[u8], at: usize) -> usize {
    bytes[at..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |offset| at + offset)
}

/// After a backslash and what it stands before; a line may end in carriage return and line feed.
fn after_escape(bytes: &[u8], at: usize) -> usize {
    let is_windows = bytes.get(at + 1) == Some(&b'\r') && bytes.get(at + 2) == Some(&b'\n');
    (at + if is_windows { 3 } else { 2 }).min(bytes.len())
}

fn after_double_quote(bytes: &[u8], at: usize) -> usize {
    let mut at = at + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'"' => return at + 1,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// The words of what stands at `span` of `script`.
///
/// Errors: a quote is not closed, a variable has no value, or something is there that only a shell can do.
pub(super) fn words(script: &str, span: Span, variables: &Variables) -> Result<Vec<Word>, CliError> {
    let text = span.of(script);
    Lexer { text, offset: span.start as usize, at: 0, variables }.words()
}

struct Lexer<'a> {
    text: &'a str,
    offset: usize,
    at: usize,
    variables: &'a Variables,
}

impl Lexer<'_> {
    fn words(mut self) -> Result<Vec<Word>, CliError> {
        let mut words = Vec::new();
        loop {
            self.skip_blanks();
            match self.peek() {
                None => return Ok(words),
                Some('#') => self.at += self.text[self.at..].find('\n').unwrap_or(self.text.len() - self.at),
                Some(_) => words.push(self.word()?),
            }
        }
    }

    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.offset + start, self.offset + end)
    }

    fn skip_blanks(&mut self) {
        loop {
            let before = self.at;
            self.at += self.rest().len() - self.rest().trim_start().len();
            for ending in ["\\\n", "\\\r\n"] {
                if self.rest().starts_with(ending) {
                    self.at += ending.len();
                }
            }
            if self.at == before {
                return;
            }
        }
    }

    fn word(&mut self) -> Result<Word, CliError> {
        let start = self.at;
        let mut text = String::new();
        while let Some(sign) = self.peek() {
            match sign {
                _ if sign.is_whitespace() => break,
                '\'' => self.single_quoted(&mut text)?,
                '"' => self.double_quoted(&mut text)?,
                '\\' => self.escape(&mut text),
                '$' => self.variable(&mut text)?,
                '|' | '&' | ';' | '<' | '>' | '`' => {
                    return Err(CliError::sandbox(Problem::ShellOnly(sign), self.span(self.at, self.at + 1)));
                }
                _ => {
                    text.push(sign);
                    self.at += sign.len_utf8();
                }
            }
        }
        Ok(Word { text, span: self.span(start, self.at) })
    }

    fn single_quoted(&mut self, text: &mut String) -> Result<(), CliError> {
        let inside = &self.text[self.at + 1..];
        let Some(length) = inside.find('\'') else { return Err(self.open_quote('\'')) };
        text.push_str(&inside[..length]);
        self.at += length + 2;
        Ok(())
    }

    fn double_quoted(&mut self, text: &mut String) -> Result<(), CliError> {
        let start = self.at;
        self.at += 1;
        while let Some(sign) = self.peek() {
            match sign {
                '"' => {
                    self.at += 1;
                    return Ok(());
                }
                '\\' => match self.rest()[1..].chars().next() {
                    Some('\n') => self.at += 2,
                    Some(next @ ('"' | '\\' | '$' | '`')) => {
                        text.push(next);
                        self.at += 2;
                    }
                    _ => {
                        text.push('\\');
                        self.at += 1;
                    }
                },
                '$' => self.variable(text)?,
                _ => {
                    text.push(sign);
                    self.at += sign.len_utf8();
                }
            }
        }
        self.at = start;
        Err(self.open_quote('"'))
    }

    fn open_quote(&self, quote: char) -> CliError {
        CliError::sandbox(Problem::OpenQuote(quote), self.span(self.at, self.text.len()))
    }

    fn escape(&mut self, text: &mut String) {
        self.at += 1;
        match self.peek() {
            Some('\n') => self.at += 1,
            Some('\r') if self.rest().starts_with("\r\n") => self.at += 2,
            Some(next) => {
                text.push(next);
                self.at += next.len_utf8();
            }
            None => text.push('\\'),
        }
    }

    /// `$NAME` or `${NAME}`; a dollar sign before anything else stands for itself.
    fn variable(&mut self, text: &mut String) -> Result<(), CliError> {
        let start = self.at;
        let after = &self.text[start + 1..];
        if after.starts_with('(') {
            return Err(CliError::sandbox(Problem::Substitution, self.span(start, self.text.len())));
        }
        let (name, length) = if let Some(inside) = after.strip_prefix('{') {
            inside.find('}').map_or((inside, inside.len() + 2), |end| (&inside[..end], end + 3))
        } else {
            let end = after.find(|sign: char| !is_name_sign(sign)).unwrap_or(after.len());
            (&after[..end], end + 1)
        };
        if name.is_empty() {
            text.push('$');
            self.at += 1;
            return Ok(());
        }
        let Some(value) = self.variables.get(name) else {
            return Err(CliError::sandbox(Problem::UnknownVariable(name.into()), self.span(start, start + length)));
        };
        text.push_str(value);
        self.at += length;
        Ok(())
    }
}

fn is_name_sign(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || sign == '_'
}

/// Whether a variable may be called so.
pub(super) fn is_name(text: &str) -> bool {
    text.chars().all(is_name_sign) && text.starts_with(|sign: char| !sign.is_ascii_digit())
}

/// Parts `NAME=$(command)` into the name and the place of the command.
#[must_use]
pub(super) fn assignment(script: &str, span: Span) -> Option<(Box<str>, Span)> {
    let text = span.of(script);
    let (name, rest) = text.split_once("=$(")?;
    let inside = rest.strip_suffix(')').filter(|_| is_name(name))?;
    let start = span.start as usize + name.len() + "=$(".len();
    Some((name.into(), Span::new(start, start + inside.len())))
}

/// From the first word to the last.
pub(super) fn whole(words: &[Word]) -> Span {
    let start = words.first().map_or(0, |word| word.span.start);
    Span { start, end: words.last().map_or(start, |word| word.span.end) }
}
