//! What stands between brackets and strings: blanks, comments, numbers, and words without quotes.

use super::reader::Reader;
use super::{Json, JsonValue};
use crate::policy::diagnostic::JsonProblem;

/// What JSON calls a truth value or null, and how other languages write it.
const WORDS: &[(&str, &str)] = &[
    ("true", "true"),
    ("false", "false"),
    ("null", "null"),
    ("none", "null"),
    ("nil", "null"),
    ("undefined", "null"),
    ("yes", "true"),
    ("no", "false"),
];

impl<'a> Reader<'a, '_> {
    /// Passes over blanks. Comments and blanks that JSON does not have are passed over too, and said.
    pub(super) fn blanks(&mut self) {
        loop {
            while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
                self.at += 1;
            }
            match self.peek() {
                Some(b'#') => self.comment("#"),
                Some(b'/') if self.rest().starts_with("//") => self.comment("//"),
                Some(b'/') if self.rest().starts_with("/*") => self.comment("/*"),
                Some(byte) if !(0x20..0x80).contains(&byte) && self.strange_blanks() => {}
                _ => return,
            }
        }
    }

    /// False if there is none here.
    fn strange_blanks(&mut self) -> bool {
        let is_strange = |character: &char| {
            let is_plain = matches!(character, ' ' | '\t' | '\n' | '\r');
            !is_plain && (character.is_whitespace() || is_invisible(*character))
        };
        let Some(first) = self.rest().chars().next().filter(is_strange) else { return false };
        let length: usize = self.rest().chars().take_while(is_strange).map(char::len_utf8).sum();
        self.problem(self.at, self.at + length, JsonProblem::StrangeBlank(first));
        self.at += length;
        true
    }

    fn comment(&mut self, opening: &str) {
        let start = self.at;
        let rest = self.rest();
        let length = match opening {
            "/*" => rest[2..].find("*/").map(|end| end + 4),
            _ => Some(rest.find(['\n', '\r']).unwrap_or(rest.len())),
        };
        self.is_lost |= length.is_none();
        let shown = length.map_or(opening.len(), |length| rest[..length].trim_end().len());
        self.at += length.unwrap_or(rest.len());
        self.problem(start, start + shown, JsonProblem::Comment);
    }

    /// A number, `true`, `false`, `null`, or what stands there instead.
    pub(super) fn word(&mut self) -> Json<'a> {
        let start = self.at;
        let text = self.take_word(|byte| {
            matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b',' | b';' | b'[' | b']' | b'{' | b'}' | b'"')
        });
        let value = match text {
            "true" => JsonValue::Bool(true),
            "false" => JsonValue::Bool(false),
            "null" => JsonValue::Null,
            _ if is_number(text) => JsonValue::Number(text),
            _ => self.odd_word(start, text),
        };
        self.json(start, value)
    }

    fn odd_word(&mut self, start: usize, text: &'a str) -> JsonValue<'a> {
        let end = start + text.len();
        if let Some((_, meant)) = WORDS.iter().find(|(word, _)| word.eq_ignore_ascii_case(text)) {
            self.problem(start, end, JsonProblem::MisspelledWord(meant));
            return if *meant == "null" { JsonValue::Invalid } else { JsonValue::Bool(*meant == "true") };
        }
        let is_numeric = text.bytes().all(|byte| byte.is_ascii_hexdigit() || b"+-._xX".contains(&byte))
            && text.starts_with(|first: char| first.is_ascii_digit() || "+-.".contains(first));
        if is_numeric {
            self.problem(start, end, JsonProblem::BadNumber);
            return JsonValue::Invalid;
        }
        self.problem(start, end, JsonProblem::ValueWithoutQuotes);
        JsonValue::String(text.into())
    }

    /// A name without quotes.
    pub(super) fn bare_name(&mut self) -> (usize, &'a str) {
        let start = self.at;
        let text = self.take_word(|byte| {
            matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b',' | b';' | b'[' | b']' | b'{' | b'}' | b'"' | b':' | b'=')
        });
        self.problem(start, start + text.len(), JsonProblem::NameWithoutQuotes);
        (start, text)
    }

    /// The text up to a byte that ends it, one character at the least.
    fn take_word(&mut self, ends: impl Fn(u8) -> bool) -> &'a str {
        let rest = self.rest();
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let length = rest.bytes().skip(first).position(ends).map_or(rest.len(), |length| first + length);
        self.at += length;
        &rest[..length]
    }
}

/// Characters that take no room: byte order marks, zero-width blanks, soft hyphens.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}')
        || character.is_control()
}

/// Whether `text` is a number as JSON writes it.
fn is_number(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(is_digits)
        && exponent.is_none_or(|exponent| is_digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent)))
}
