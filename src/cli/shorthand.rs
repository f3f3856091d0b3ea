//! The AWS CLI's shorthand: `Key=a,Value=b`, `arn=x,arns=[a,b]`, `Options={Name=x}`.
//!
//! The grammar does not know what is wanted; [`super::value`] puts what it reads into the wanted shape. Values
//! from files within a shorthand (`key@=file://…`) are not read.

use serde_json::{Map, Value};

/// What is wrong, in the AWS CLI's words.
pub(super) type ShorthandError = String;

/// Reads one shorthand value, which is a structure.
///
/// Errors: it is none.
pub(super) fn parse(text: &str) -> Result<Value, ShorthandError> {
    let mut parser = Parser { text, at: 0, depth: 0 };
    let mut members = Map::new();
    let (key, value) = parser.key_value()?;
    members.insert(key, value);
    let mut last = parser.at;
    while !parser.is_at_end() {
        parser.expect(',', true)?;
        let (key, value) = parser.key_value()?;
        if members.contains_key(&key) {
            return Err(format!(
                "Second instance of key \"{key}\" encountered for input:\n{}\nThis is often because there is a preceding \",\" instead of a space.",
                parser.place(last + 1)
            ));
        }
        members.insert(key, value);
        last = parser.at;
    }
    Ok(Value::Object(members))
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

/// No shape of AWS's is as deep.
const MAX_DEPTH: usize = 50;

/// The two kinds of bare words: the first of a list may hold no comma or `=` of its own to begin with, the
/// others none at all.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bare {
    First,
    Second,
}

impl Bare {
    fn begins(sign: char) -> bool {
        matches!(sign, '!' | '#'..='&' | '('..='+' | '-'..='<' | '>'..='Z' | '\\'..='z' | '|'..)
    }

    fn goes_on(self, sign: char) -> bool {
        let is_follower = sign.is_whitespace() || matches!(sign, '!' | '#'..='&' | '('..='+');
        match self {
            Self::First => is_follower || matches!(sign, '-'..='\\' | '^'..='|' | '~'..),
            Self::Second => is_follower || matches!(sign, '-'..='<' | '>'..),
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Second => "second",
        }
    }
}

impl Parser<'_> {
    fn is_at_end(&self) -> bool {
        self.at >= self.text.len()
    }

    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn skip_blanks(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start().len();
    }

    /// The input with an arrow below the place.
    fn place(&self, at: usize) -> String {
        let is_end_of_line = |offset: &usize| *offset >= at;
        let line_end = self.text.match_indices('\n').map(|(offset, _)| offset).find(is_end_of_line);
        let line_end = line_end.unwrap_or(self.text.len());
        let line_start = self.text[..at.min(line_end)].rfind('\n').map_or(0, |offset| offset + 1);
        let column = self.text[line_start..at.min(self.text.len())].chars().count();
        let (before, after) = self.text.split_at(line_end);
        format!("{before}\n{}^{after}", " ".repeat(column))
    }

    fn expected(&self, expected: &str, actual: &str) -> ShorthandError {
        format!("Expected: '{expected}', received: '{actual}' for input:\n{}", self.place(self.at))
    }

    fn expect(&mut self, sign: char, skips_blanks: bool) -> Result<(), ShorthandError> {
        if skips_blanks {
            self.skip_blanks();
        }
        match self.peek() {
            None => return Err(self.expected(&sign.to_string(), "EOF")),
            Some(actual) if actual != sign => return Err(self.expected(&sign.to_string(), &actual.to_string())),
            Some(_) => self.at += sign.len_utf8(),
        }
        if skips_blanks {
            self.skip_blanks();
        }
        Ok(())
    }

    fn key_value(&mut self) -> Result<(String, Value), ShorthandError> {
        let key = self.key();
        self.expect('=', true)?;
        let value = match self.peek() {
            None => Value::String(String::new()),
            Some('[') => self.list()?,
            Some('{') => self.structure()?,
            Some(_) => self.comma_separated()?,
        };
        Ok((key, value))
    }

    fn key(&mut self) -> String {
        let rest = &self.text[self.at..];
        let is_key = |sign: char| sign.is_ascii_alphanumeric() || "-_.#/:".contains(sign);
        let length = rest.find(|sign: char| !is_key(sign)).unwrap_or(rest.len());
        self.at += length;
        rest[..length].to_owned()
    }

    /// `a`, or `a,b,c` as far as no `=` follows.
    fn comma_separated(&mut self) -> Result<Value, ShorthandError> {
        let mut values = vec![self.value(Bare::First)?];
        self.skip_blanks();
        if self.is_at_end() || self.peek() != Some(',') {
            return Ok(values.remove(0));
        }
        let mut comma = self.at;
        self.expect(',', true)?;
        loop {
            let next = self.value(Bare::Second).and_then(|value| {
                self.skip_blanks();
                let ends = self.is_at_end();
                let at = self.at;
                if !ends {
                    self.expect(',', true)?;
                }
                Ok((value, ends, at))
            });
            match next {
                Ok((value, true, _)) => {
                    values.push(value);
                    break;
                }
                Ok((value, false, at)) => {
                    values.push(value);
                    comma = at;
                }
                Err(error) if self.is_at_end() => return Err(error),
                Err(_) => {
                    self.at = comma;
                    break;
                }
            }
        }
        Ok(if values.len() == 1 { values.remove(0) } else { Value::Array(values) })
    }

    fn value(&mut self, bare: Bare) -> Result<Value, ShorthandError> {
        match self.peek() {
            Some(quote @ ('\'' | '"')) => self.quoted(quote),
            _ => self.bare(bare),
        }
    }

    fn bare(&mut self, bare: Bare) -> Result<Value, ShorthandError> {
        let rest = &self.text[self.at..];
        let mut length = 0;
        while let Some(sign) = rest[length..].chars().next() {
            if rest[length..].starts_with("\\,") {
                length += 2;
            } else if if length == 0 { Bare::begins(sign) } else { bare.goes_on(sign) } {
                length += sign.len_utf8();
            } else {
                break;
            }
        }
        if length == 0 && bare == Bare::Second {
            return Err(self.expected(&format!("<{}>", bare.word()), "<none>"));
        }
        self.at += length;
        Ok(Value::String(rest[..length].replace("\\,", ",").trim_end().to_owned()))
    }

    fn quoted(&mut self, quote: char) -> Result<Value, ShorthandError> {
        let inside = &self.text[self.at + 1..];
        let mut is_escaped = false;
        let end = inside.find(|sign| {
            let ends = sign == quote && !is_escaped;
            is_escaped = sign == '\\' && !is_escaped;
            ends
        });
        let Some(end) = end else {
            let name = if quote == '"' { "double quoted" } else { "singled quoted" };
            return Err(self.expected(&format!("<{name}>"), "<none>"));
        };
        self.at += end + 2;
        Ok(Value::String(inside[..end].replace(&format!("\\{quote}"), &quote.to_string()).replace("\\\\", "\\")))
    }

    fn nested(&mut self) -> Result<Value, ShorthandError> {
        self.depth += 1;
        let value = match self.peek() {
            _ if self.depth > MAX_DEPTH => Err(self.expected("<first>", "<none>")),
            Some('[') => self.list(),
            Some('{') => self.structure(),
            _ => self.value(Bare::First),
        };
        self.depth -= 1;
        value
    }

    fn list(&mut self) -> Result<Value, ShorthandError> {
        self.expect('[', true)?;
        let mut values = Vec::new();
        while self.peek() != Some(']') {
            values.push(self.nested()?);
            self.skip_blanks();
            if self.peek() != Some(']') {
                self.expect(',', false)?;
                self.skip_blanks();
            }
        }
        self.expect(']', false)?;
        Ok(Value::Array(values))
    }

    fn structure(&mut self) -> Result<Value, ShorthandError> {
        self.expect('{', true)?;
        let mut members = Map::new();
        while self.peek() != Some('}') {
            let key = self.key();
            self.expect('=', true)?;
            let value = self.nested()?;
            self.skip_blanks();
            if self.peek() != Some('}') {
                self.expect(',', false)?;
                self.skip_blanks();
            }
            members.insert(key, value);
        }
        self.expect('}', false)?;
        Ok(Value::Object(members))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::json;

    #[track_caller]
    fn check(text: &str, expected: Value) {
        assert_eq!(parse(text).unwrap(), expected, "{text}");
    }

    #[test]
    fn the_forms_of_the_user_guide_are_read() {
        check("Key=a,Value=b", json!({ "Key": "a", "Value": "b" }));
        check("Key=a,Value=", json!({ "Key": "a", "Value": "" }));
        check("a=b,c,d=e", json!({ "a": ["b", "c"], "d": "e" }));
        check("a=[b,c],d={e=f,g=[h]}", json!({ "a": ["b", "c"], "d": { "e": "f", "g": ["h"] } }));
        check("a='b,c=d'", json!({ "a": "b,c=d" }));
        check("a=\"b \\\"c\\\"\"", json!({ "a": "b \"c\"" }));
        check("a=b\\,c", json!({ "a": "b,c" }));
        check("arn=arn:aws:iam::aws:policy/ReadOnlyAccess", json!({ "arn": "arn:aws:iam::aws:policy/ReadOnlyAccess" }));
    }

    #[test]
    fn errors_show_the_place() {
        assert_eq!(parse("Key").unwrap_err(), "Expected: '=', received: 'EOF' for input:\nKey\n   ^");
        assert!(parse("a=[b").unwrap_err().starts_with("Expected: ',', received: 'EOF'"));
        assert!(parse("a=b,a=c").unwrap_err().starts_with("Second instance of key \"a\""));
    }
}
