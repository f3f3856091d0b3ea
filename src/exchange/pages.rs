//! Finds the entries of the four lists in the text of a file, with the lines in which they begin.
//!
//! Entries are parted by their brackets and read one at a time elsewhere, so that a page stays alive over a file of
//! many megabytes. A file may hold one page of the answer, several one after the other, a list of them, or an answer in
//! the envelope of the API. What the entries mean is not known here.

use super::problem::{ImportError, List};
use serde_json::Value;
use std::ops::Range;

/// An entry of a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Piece {
    pub(super) list: List,
    /// Its position in the list.
    pub(super) index: usize,
    /// Where its text stands.
    pub(super) range: Range<usize>,
    /// From 1.
    pub(super) line: usize,
}

/// What was found in a file.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) pieces: Vec<Piece>,
    /// The lists that are there.
    pub(super) lists: Vec<List>,
    /// Whether the last page says that there are more.
    pub(super) is_truncated: bool,
    /// Names of other members.
    members: Vec<Box<str>>,
}

/// Finds the entries of a file.
///
/// Errors: it is no JSON, or no answer of this kind.
pub(super) fn find(file: &str, text: &str) -> Result<Found, ImportError> {
    let mut scanner = Scanner { text, at: 0, counted: 0, line: 1, depth: 0, found: Found::default() };
    match scanner.pages() {
        Some(()) if scanner.found.lists.is_empty() => {
            let members = scanner.found.members.into_iter().take(5).collect();
            Err(ImportError::NotDetails { file: file.into(), members })
        }
        Some(()) => Ok(scanner.found),
        None => Err(broken(file, text, scanner.at)),
    }
}

/// What a reader of JSON says to a text whose brackets do not fit.
fn broken(file: &str, text: &str, at: usize) -> ImportError {
    let text = text.trim_start_matches('\u{feff}');
    let mut stream = serde_json::Deserializer::from_str(text).into_iter::<serde::de::IgnoredAny>();
    if let Some(error) = stream.find_map(Result::err) {
        return syntax(file, 0, &error);
    }
    let line = 1 + text.get(..at).unwrap_or(text).matches('\n').count();
    ImportError::Syntax { file: file.into(), line, column: 1, message: "expected an object".to_owned() }
}

fn syntax(file: &str, lines_before: usize, error: &serde_json::Error) -> ImportError {
    // The place follows in the words of the page.
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default().to_owned();
    ImportError::Syntax { file: file.into(), line: lines_before + error.line(), column: error.column(), message }
}

/// Reads an entry.
///
/// Errors: it is no JSON.
pub(super) fn read(file: &str, text: &str, piece: &Piece) -> Result<Value, ImportError> {
    let text = text.get(piece.range.clone()).unwrap_or_default();
    serde_json::from_str(text).map_err(|error| syntax(file, piece.line - 1, &error))
}

/// How many envelopes are opened.
const MAX_ENVELOPES: usize = 4;

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    /// Up to where lines were counted.
    counted: usize,
    line: usize,
    depth: usize,
    found: Found,
}

impl Scanner<'_> {
    fn pages(&mut self) -> Option<()> {
        if self.text.starts_with('\u{feff}') {
            self.at = '\u{feff}'.len_utf8();
        }
        let (mut n_pages, mut brackets) = (0, 0);
        loop {
            self.blanks();
            match self.byte() {
                Some(b'{') => {
                    n_pages += 1;
                    self.page()?;
                    continue;
                }
                Some(b'[') => brackets += 1,
                Some(b']') if brackets > 0 => brackets -= 1,
                Some(b',') if brackets > 0 => {}
                None if n_pages > 0 && brackets == 0 => return Some(()),
                _ => return None,
            }
            self.at += 1;
        }
    }

    /// An object that may have the lists.
    fn page(&mut self) -> Option<()> {
        self.take(b'{')?;
        self.found.is_truncated = false;
        self.items(b'}', |scanner| {
            let name = scanner.string()?;
            scanner.blanks();
            scanner.take(b':')?;
            scanner.blanks();
            scanner.member(name)
        })
    }

    fn member(&mut self, name: Range<usize>) -> Option<()> {
        let name = &self.text[name];
        let list = List::ALL.into_iter().find(|list| list.name() == name);
        let is_envelope = name.ends_with("Response") || name.ends_with("Result");
        match (list, self.byte()?) {
            (Some(list), b'[') => return self.list(list),
            (None, b'{') if is_envelope && self.depth < MAX_ENVELOPES => {
                self.depth += 1;
                let page = self.page();
                self.depth -= 1;
                return page;
            }
            _ => {}
        }
        let value = self.value()?;
        if name == "IsTruncated" {
            self.found.is_truncated = &self.text[value] == "true";
        } else {
            self.found.members.push(name.into());
        }
        Some(())
    }

    fn list(&mut self, list: List) -> Option<()> {
        self.take(b'[')?;
        if !self.found.lists.contains(&list) {
            self.found.lists.push(list);
        }
        let mut index = 0;
        self.items(b']', |scanner| {
            let line = scanner.line_here();
            let range = scanner.value()?;
            scanner.found.pieces.push(Piece { list, index, range, line });
            index += 1;
            Some(())
        })
    }

    /// What stands between commas up to `end`.
    fn items(&mut self, end: u8, mut item: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.blanks();
        if self.byte()? == end {
            return self.take(end);
        }
        loop {
            self.blanks();
            item(self)?;
            self.blanks();
            if self.byte()? == end {
                return self.take(end);
            }
            self.take(b',')?;
        }
    }

    /// A value of any kind, parted by its brackets.
    fn value(&mut self) -> Option<Range<usize>> {
        let start = self.at;
        let mut depth = 0_usize;
        loop {
            match self.byte()? {
                b'"' => {
                    self.string()?;
                }
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' => {
                    depth = depth.checked_sub(1)?;
                    self.at += 1;
                }
                _ if depth == 0 => {
                    let rest = &self.text.as_bytes()[self.at..];
                    let is_end = |byte: &u8| byte.is_ascii_whitespace() || b",]}".contains(byte);
                    self.at += rest.iter().position(is_end).filter(|length| *length > 0)?;
                }
                _ => self.at += 1,
            }
            if depth == 0 {
                return Some(start..self.at);
            }
        }
    }

    /// A string; what stands between its quotes.
    fn string(&mut self) -> Option<Range<usize>> {
        self.take(b'"')?;
        let start = self.at;
        loop {
            match self.byte()? {
                b'"' => {
                    self.at += 1;
                    return Some(start..self.at - 1);
                }
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
    }

    fn take(&mut self, byte: u8) -> Option<()> {
        (self.byte()? == byte).then(|| self.at += 1)
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blanks(&mut self) {
        while self.byte().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    fn line_here(&mut self) -> usize {
        self.line += self.text.get(self.counted..self.at).map_or(0, |between| between.matches('\n').count());
        self.counted = self.at;
        self.line
    }
}
