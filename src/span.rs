//! Where in a text something stands.
//!
//! A [`Span`] is a pair of byte offsets; a [`LineIndex`] turns an offset into the line and the
//! column that an editor shows. Editors and JavaScript count columns in UTF-16 units, Rust counts
//! bytes, and this module is the only one that knows both.
//!
//! It does not know what the text is, nor does it hold it.

use serde::{Deserialize, Serialize};

/// A half-open range of byte offsets into some text that the holder of the span knows.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset after the last byte.
    pub end: u32,
}

impl Span {
    /// The span from `start` up to, but not including, `end`.
    ///
    /// Offsets beyond 4 GiB are cut off; no text that the engine accepts is that long.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        let cut = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self { start: cut(start), end: cut(end) }
    }

    /// The text that the span covers, or nothing where the span does not fit the text.
    #[must_use]
    pub fn of<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }

    /// Whether `offset` lies inside the span.
    #[must_use]
    pub fn contains(&self, offset: u32) -> bool {
        self.start <= offset && offset < self.end
    }
}

/// A value together with the place where it was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Spanned<T> {
    /// What was written.
    pub value: T,
    /// Where it was written.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// `value`, written at `span`.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

/// A place as an editor shows it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Position {
    /// Line, counted from 1.
    pub line: u32,
    /// Column in UTF-16 units, counted from 1.
    pub column: u32,
}

/// The starts of the lines of one text.
///
/// ```
/// use iam_sandbox::span::LineIndex;
/// let text = "{\n  \"é\": 1\n}";
/// let index = LineIndex::new(text);
/// let at = index.position(text, text.find('1').unwrap());
/// assert_eq!((at.line, at.column), (2, 8));
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    /// Finds the lines of `text`; a line ends with `\n`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1));
        Self { starts: starts.collect() }
    }

    /// Number of lines; an empty text has one.
    #[must_use]
    pub fn n_lines(&self) -> usize {
        self.starts.len()
    }

    /// Line and column of a byte offset into the text that the index was made from.
    ///
    /// An offset past the end, or inside a character, counts as the nearest place before it.
    #[must_use]
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.starts.partition_point(|start| *start <= offset) - 1;
        let column = text[self.starts[line]..offset].chars().map(char::len_utf16).sum::<usize>();
        let count = |n: usize| u32::try_from(n + 1).unwrap_or(u32::MAX);
        Position { line: count(line), column: count(column) }
    }
}

/// Number of UTF-16 units before a byte offset, which is how a text area counts.
#[must_use]
pub fn utf16_offset(text: &str, offset: u32) -> u32 {
    let before = text.char_indices().take_while(|(at, _)| (*at as u64) < u64::from(offset));
    before.map(|(_, character)| if character.len_utf16() == 2 { 2 } else { 1 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_utf16_units() {
        let text = "a😀b\nc";
        let index = LineIndex::new(text);
        let b = text.find('b').unwrap();
        assert_eq!(index.position(text, b), Position { line: 1, column: 4 });
        assert_eq!(utf16_offset(text, u32::try_from(b).unwrap()), 3);
    }

    #[test]
    fn an_offset_past_the_end_is_the_end() {
        let text = "ab\ncd";
        let index = LineIndex::new(text);
        assert_eq!(index.position(text, 99), Position { line: 2, column: 3 });
        assert_eq!(index.n_lines(), 2);
    }

    #[test]
    fn a_span_that_does_not_fit_covers_nothing() {
        assert_eq!(Span::new(1, 9).of("ab"), "");
        assert_eq!(Span::new(1, 2).of("é"), "");
    }
}
