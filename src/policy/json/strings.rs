//! Strings: their escapes, and where one ends whose quote was forgotten.

use super::reader::Reader;
use super::{Json, JsonValue};
use crate::policy::diagnostic::JsonProblem;
use std::borrow::Cow;

/// Quotes of word processors and of other languages, with those that may close them.
const WRONG_QUOTES: &[(char, &[char])] = &[
    ('\'', &['\'']),
    ('`', &['`']),
    ('“', CURLY),
    ('”', CURLY),
    ('„', CURLY),
    ('«', &['»']),
    ('‘', &['’', '‘']),
    ('’', &['’', '‘']),
];

const CURLY: &[char] = &['“', '”', '"'];

/// A line without the commas and brackets at its end, which hardly belong to a string left open there.
fn without_tail(line: &str) -> &str {
    line.trim_end_matches(|last: char| last.is_whitespace() || ",]}".contains(last))
}

/// What a string holds as far as it has been read.
struct Content<'a> {
    /// None while it is the text itself.
    unescaped: Option<String>,
    /// Where what is not yet in `unescaped` begins.
    piece: usize,
    text: &'a str,
}

impl<'a> Content<'a> {
    fn push(&mut self, upto: usize, character: char, next: usize) {
        let unescaped = self.unescaped.get_or_insert_default();
        unescaped.push_str(&self.text[self.piece..upto]);
        unescaped.push(character);
        self.piece = next;
    }

    fn upto(self, end: usize) -> Cow<'a, str> {
        let last = self.text.get(self.piece..end).unwrap_or_default();
        match self.unescaped {
            None => Cow::Borrowed(last),
            Some(unescaped) => Cow::Owned(unescaped + last),
        }
    }
}

impl<'a> Reader<'a, '_> {
    /// Whether something in the quotes of another language begins here.
    pub(super) fn at_wrong_quote(&self) -> bool {
        self.rest().starts_with(|first| WRONG_QUOTES.iter().any(|(quote, _)| *quote == first))
    }

    /// A string; the reader stands on its first quote.
    pub(super) fn string(&mut self) -> Json<'a> {
        let start = self.at;
        self.at += 1;
        let mut content = Content { unescaped: None, piece: self.at, text: self.text };
        let (mut has_control, mut goes_on) = (false, false);
        loop {
            let is_plain = |byte: &u8| !matches!(byte, b'"' | b'\\' | 0..0x20);
            self.at += self.rest().bytes().take_while(is_plain).count();
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    let end = self.at - 1;
                    return self.json(start, JsonValue::String(content.upto(end)));
                }
                Some(b'\\') => self.escape(&mut content),
                Some(byte @ 0..0x20) => {
                    let is_line_end = matches!(byte, b'\n' | b'\r');
                    goes_on = goes_on || is_line_end && self.closes_later();
                    if is_line_end && !goes_on {
                        return self.unclosed_string(start, content);
                    }
                    if !std::mem::replace(&mut has_control, true) {
                        let problem = if is_line_end {
                            JsonProblem::LineBreak
                        } else {
                            JsonProblem::ControlCharacter(byte.into())
                        };
                        self.problem(start, self.at + 1, problem);
                    }
                    self.at += 1;
                }
                _ => return self.unclosed_string(start, content),
            }
        }
    }

    /// Whether the next quote looks like the end of a string and not like the beginning of another.
    fn closes_later(&self) -> bool {
        let rest = self.rest();
        let after = rest.find('"').map(|quote| rest[quote + 1..].trim_start());
        after.is_some_and(|after| after.is_empty() || after.starts_with([',', ':', '}', ']']))
    }

    /// A string without its last quote ends with its line, before the brackets and commas there.
    fn unclosed_string(&mut self, start: usize, content: Content<'a>) -> Json<'a> {
        let line = &self.text[start + 1..self.at];
        let quote = line.find(['“', '”']).and_then(|at| line[at..].chars().next().map(|quote| (start + 1 + at, quote)));
        let (end, problem) = if let Some((end, quote)) = quote {
            self.at = end + quote.len_utf8();
            (end, JsonProblem::WrongQuotes(quote))
        } else {
            self.at = start + 1 + without_tail(line).len();
            (self.at, JsonProblem::UnclosedString)
        };
        self.problem(start, self.at, problem);
        self.json(start, JsonValue::String(content.upto(end)))
    }

    /// A string in quotes that are not JSON's.
    pub(super) fn wrongly_quoted(&mut self) -> Json<'a> {
        let start = self.at;
        let mut characters = self.rest().chars();
        let opening = characters.next().unwrap_or('\'');
        let closing = WRONG_QUOTES.iter().find(|(quote, _)| *quote == opening).map_or(CURLY, |(_, closing)| closing);
        let inside = start + opening.len_utf8();
        let rest = &self.text[inside..];
        let stop = rest.find(|next: char| next == '\n' || closing.contains(&next));
        let line = &rest[..stop.unwrap_or(rest.len())];
        let quote = rest[line.len()..].chars().next().filter(|quote| *quote != '\n');
        let (end, n_quote_bytes) = match quote {
            Some(quote) => (line.len(), quote.len_utf8()),
            None => (without_tail(line).len(), 0),
        };
        self.at = inside + end + n_quote_bytes;
        self.problem(start, self.at, JsonProblem::WrongQuotes(opening));
        self.json(start, JsonValue::String(Cow::Borrowed(&line[..end])))
    }

    /// `\n`, `\u00e9` and the like; the reader stands on the backslash.
    fn escape(&mut self, content: &mut Content<'a>) {
        let start = self.at;
        let Some(sign) = self.text[start + 1..].chars().next().filter(|sign| !sign.is_control()) else {
            self.at += 1;
            self.problem(start, self.at, JsonProblem::BadEscape);
            return;
        };
        self.at = start + 1 + sign.len_utf8();
        let character = match sign {
            '"' | '\\' | '/' => Some(sign),
            'b' => Some('\u{8}'),
            'f' => Some('\u{C}'),
            'n' => Some('\n'),
            'r' => Some('\r'),
            't' => Some('\t'),
            'u' => return self.unicode(start, content),
            _ => None,
        };
        match character {
            Some(character) => content.push(start, character, self.at),
            None => self.problem(start, self.at, JsonProblem::BadEscape),
        }
    }

    /// The four digits after `\u`, and those of the other half of a pair.
    fn unicode(&mut self, start: usize, content: &mut Content<'a>) {
        let Some(first) = self.four_digits() else {
            self.problem(start, self.at, JsonProblem::BadEscape);
            return;
        };
        let character = match first {
            0xD800..0xDC00 => self.second_half(first),
            _ => char::from_u32(first),
        };
        match character {
            Some(character) => content.push(start, character, self.at),
            None => self.problem(start, self.at, JsonProblem::LoneSurrogate),
        }
    }

    fn second_half(&mut self, first: u32) -> Option<char> {
        let back = self.at;
        if self.rest().starts_with("\\u") {
            self.at += 2;
            let second = self.four_digits().filter(|second| (0xDC00..0xE000).contains(second));
            if let Some(second) = second {
                return char::from_u32(0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00));
            }
        }
        self.at = back;
        None
    }

    /// None if they are not four, and then the reader stands after those there are.
    fn four_digits(&mut self) -> Option<u32> {
        let digits = self.rest();
        let n_digits = digits.bytes().take(4).take_while(u8::is_ascii_hexdigit).count();
        self.at += n_digits;
        if n_digits == 4 { u32::from_str_radix(&digits[..4], 16).ok() } else { None }
    }
}
