//! Patterns with `*` and `?`.
//!
//! A [`Glob`] is compiled once and matched against whole strings: `*` stands for any run of
//! characters, also none, and `?` for exactly one (rules A-28, A-35, B-14). `/` and `:` are plain
//! characters. It does not know case rules: who wants none folds both sides first.

/// Stand for the wildcards inside a compiled pattern. Neither byte occurs in UTF-8, so a `*` that
/// is meant literally, from `${*}` or from a variable's value, stays a `*`.
const ANY_RUN: u8 = 0xFF;
const ANY_ONE: u8 = 0xFE;

/// A compiled pattern.
///
/// ```
/// use iam_sandbox::glob::Glob;
/// let glob = Glob::new("arn:aws:s3:::b/*/test/*");
/// assert!(glob.matches("arn:aws:s3:::b/1/2/test/object.jpg"));
/// assert!(!glob.matches("arn:aws:s3:::b/test/object.jpg"));
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Glob {
    bytes: Box<[u8]>,
    shape: Shape,
}

/// The shapes that most patterns have, so that most matches are one comparison.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Shape {
    Exact,
    Anything,
    Prefix,
    /// With so many bytes before the first wildcard and after the last.
    General {
        n_lead: u32,
        n_tail: u32,
    },
}

impl Glob {
    /// Compiles `pattern`, in which `*` and `?` are wildcards.
    #[must_use]
    pub fn new(pattern: &str) -> Self {
        let mut builder = GlobBuilder::default();
        builder.push_pattern(pattern);
        builder.build()
    }

    /// A pattern that matches exactly `text`, stars and question marks included.
    #[must_use]
    pub fn literal(text: &str) -> Self {
        let mut builder = GlobBuilder::default();
        builder.push_literal(text);
        builder.build()
    }

    /// Whether the whole of `text` fits.
    #[must_use]
    #[inline]
    pub fn matches(&self, text: &str) -> bool {
        let text = text.as_bytes();
        match self.shape {
            Shape::Anything => true,
            Shape::Exact => is_same(&self.bytes, text),
            Shape::Prefix => begins_with(text, &self.bytes[..self.bytes.len() - 1]),
            Shape::General { n_lead, n_tail } => self.matches_between(text, n_lead as usize, n_tail as usize),
        }
    }

    /// The bytes before the first wildcard, all of them if there is none.
    #[must_use]
    pub fn lead(&self) -> &[u8] {
        match self.shape {
            Shape::Anything => &[],
            Shape::Exact => &self.bytes,
            Shape::Prefix => &self.bytes[..self.bytes.len() - 1],
            Shape::General { n_lead, .. } => &self.bytes[..n_lead as usize],
        }
    }

    /// Whether there is no wildcard in it.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.shape == Shape::Exact
    }

    /// Both ends are plain and quickly compared; what is between them is left to the wildcards.
    fn matches_between(&self, text: &[u8], n_lead: usize, n_tail: usize) -> bool {
        let pattern = &*self.bytes;
        let Some(tail_at) = text.len().checked_sub(n_tail).filter(|at| *at >= n_lead) else { return false };
        begins_with(text, &pattern[..n_lead])
            && is_same(&text[tail_at..], &pattern[pattern.len() - n_tail..])
            && furthest(&pattern[n_lead..pattern.len() - n_tail], &text[n_lead..tail_at]).is_none()
    }

    /// The same pattern with its letters in lower case, for comparisons without regard to case.
    #[must_use]
    pub fn to_lowercase(&self) -> Self {
        let mut bytes = Vec::with_capacity(self.bytes.len());
        for chunk in self.bytes.split_inclusive(|byte| *byte >= ANY_ONE) {
            let (text, wildcard) = match chunk.split_last() {
                Some((last, text)) if *last >= ANY_ONE => (text, Some(*last)),
                _ => (chunk, None),
            };
            bytes.extend_from_slice(String::from_utf8_lossy(text).to_lowercase().as_bytes());
            bytes.extend(wildcard);
        }
        Self::of(bytes.into())
    }

    /// Whether the pattern fits every text.
    #[must_use]
    pub fn is_anything(&self) -> bool {
        self.shape == Shape::Anything
    }

    /// Offset of the first byte of `text` that the pattern cannot account for, or none if it fits.
    ///
    /// This is what a person sees as "the first character that differs"; the offset is the length
    /// of `text` where the pattern wants more.
    #[must_use]
    pub fn first_difference(&self, text: &str) -> Option<usize> {
        let mut at = furthest(&self.bytes, text.as_bytes())?;
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        Some(at)
    }

    /// The five first colon-parted fields and the rest, each a pattern of its own, or none if there
    /// are fewer than six. ARN operators compare field by field (rule B-20).
    #[must_use]
    pub fn arn_fields(&self) -> Option<[Self; 6]> {
        let mut fields = self.bytes.splitn(6, |byte| *byte == b':').map(|bytes| Self::of(bytes.into()));
        let fields = [fields.next()?, fields.next()?, fields.next()?, fields.next()?, fields.next()?, fields.next()?];
        Some(fields)
    }

    fn of(bytes: Box<[u8]>) -> Self {
        let is_wildcard = |byte: &u8| *byte >= ANY_ONE;
        let shape = match bytes.iter().position(is_wildcard) {
            None => Shape::Exact,
            Some(0) if *bytes == [ANY_RUN] => Shape::Anything,
            Some(at) if at + 1 == bytes.len() && bytes[at] == ANY_RUN => Shape::Prefix,
            Some(at) => {
                let count = |n: usize| u32::try_from(n).unwrap_or(0);
                let n_tail = bytes.iter().rev().position(is_wildcard).unwrap_or_default();
                Shape::General { n_lead: count(at), n_tail: count(n_tail) }
            }
        };
        Self { bytes, shape }
    }
}

/// Whether two texts are the same: eight bytes at a time, which in Wasm is far quicker than the
/// standard comparison.
pub(crate) fn is_same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && begins_with(one, other)
}

/// Whether `text` begins with `start`.
fn begins_with(text: &[u8], start: &[u8]) -> bool {
    let Some(text) = text.get(..start.len()) else { return false };
    let ((words, rest), (other_words, other_rest)) = (text.as_chunks::<8>(), start.as_chunks::<8>());
    let is_same_word = |(one, other): (&[u8; 8], &[u8; 8])| u64::from_le_bytes(*one) == u64::from_le_bytes(*other);
    words.iter().zip(other_words).all(is_same_word) && rest.iter().zip(other_rest).all(|(one, other)| one == other)
}

/// Runs the match; none if it succeeds, else the furthest byte of `text` that was in doubt.
///
/// Only the last `*` is ever returned to, which keeps the work within pattern times text.
fn furthest(pattern: &[u8], text: &[u8]) -> Option<usize> {
    let (mut p, mut t, mut furthest) = (0, 0, 0);
    let mut retry: Option<(usize, usize)> = None;
    loop {
        match pattern.get(p) {
            Some(&ANY_RUN) if p + 1 == pattern.len() => return None,
            Some(&ANY_RUN) => {
                retry = Some((p + 1, t));
                p += 1;
                continue;
            }
            Some(&ANY_ONE) if t < text.len() => {
                p += 1;
                t += character_length(text[t]);
                furthest = furthest.max(t);
                continue;
            }
            Some(byte) if text.get(t) == Some(byte) => {
                p += 1;
                t += 1;
                furthest = furthest.max(t);
                continue;
            }
            None if t == text.len() => return None,
            _ => {}
        }
        match retry {
            Some((after_star, from)) if from < text.len() => {
                let next = from + character_length(text[from]);
                retry = Some((after_star, next));
                (p, t) = (after_star, next);
            }
            _ => return Some(furthest.min(text.len())),
        }
    }
}

fn character_length(first_byte: u8) -> usize {
    match first_byte {
        0xF0.. => 4,
        0xE0.. => 3,
        0xC0.. => 2,
        _ => 1,
    }
}

/// Bytes of a pattern that is put together without asking for memory.
const N_INLINE: usize = 192;

/// Puts a pattern together from parts that may hold wildcards and parts that may not.
#[derive(Clone, Debug)]
pub struct GlobBuilder {
    inline: [u8; N_INLINE],
    n_inline: usize,
    /// Holds all of a pattern that is too long for `inline`, else nothing.
    spilled: Vec<u8>,
}

impl Default for GlobBuilder {
    fn default() -> Self {
        Self { inline: [0; N_INLINE], n_inline: 0, spilled: Vec::new() }
    }
}

impl GlobBuilder {
    /// Adds a part in which `*` and `?` are wildcards.
    pub fn push_pattern(&mut self, part: &str) {
        for piece in part.split_inclusive(['*', '?']) {
            match piece.as_bytes().split_last() {
                Some((b'*', plain)) => {
                    self.push(plain);
                    if self.bytes().last() != Some(&ANY_RUN) {
                        self.push(&[ANY_RUN]);
                    }
                }
                Some((b'?', plain)) => {
                    self.push(plain);
                    self.push(&[ANY_ONE]);
                }
                _ => self.push(piece.as_bytes()),
            }
        }
    }

    /// Adds a part in which every character stands for itself.
    pub fn push_literal(&mut self, part: &str) {
        self.push(part.as_bytes());
    }

    /// The finished pattern.
    #[must_use]
    pub fn build(self) -> Glob {
        Glob::of(self.bytes().into())
    }

    /// Whether the whole of `text` fits the pattern as it stands.
    #[must_use]
    pub fn matches(&self, text: &str) -> bool {
        furthest(self.bytes(), text.as_bytes()).is_none()
    }

    /// Whether the six colon-parted fields of `text` fit those of the pattern (rule B-20).
    #[must_use]
    pub fn matches_arn(&self, text: &str) -> bool {
        let (mut patterns, mut fields) = (self.bytes().splitn(6, |byte| *byte == b':'), text.splitn(6, ':'));
        let fits = |_| {
            patterns.next().zip(fields.next()).is_some_and(|(one, other)| furthest(one, other.as_bytes()).is_none())
        };
        (0..6).all(fits)
    }

    fn bytes(&self) -> &[u8] {
        if self.spilled.is_empty() { &self.inline[..self.n_inline] } else { &self.spilled }
    }

    fn push(&mut self, bytes: &[u8]) {
        let end = self.n_inline + bytes.len();
        if self.spilled.is_empty() && end <= N_INLINE {
            self.inline[self.n_inline..end].copy_from_slice(bytes);
            self.n_inline = end;
            return;
        }
        if self.spilled.is_empty() {
            self.spilled.extend_from_slice(&self.inline[..self.n_inline]);
        }
        self.spilled.extend_from_slice(bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worked_table_of_rule_a_36_holds() {
        let glob = Glob::new("arn:aws:s3:::b/*/test/*");
        let rows = [
            ("1/test/object.jpg", true),
            ("1/2/test/object.jpg", true),
            ("1/2/test/3/object.jpg", true),
            ("1/2/3/test/4/object.jpg", true),
            ("1///test///object.jpg", true),
            ("1/test/.jpg", true),
            ("/test/object.jpg", true),
            ("1/test/", true),
            ("1-test/object.jpg", false),
            ("test/object.jpg", false),
            ("1/2/test.jpg", false),
        ];
        for (key, expected) in rows {
            assert_eq!(glob.matches(&format!("arn:aws:s3:::b/{key}")), expected, "{key}");
        }
    }

    #[test]
    fn a_question_mark_is_exactly_one_character() {
        assert!(Glob::new("a?c").matches("abc"));
        assert!(Glob::new("a?c").matches("aéc"));
        assert!(!Glob::new("a?c").matches("ac"));
        assert!(!Glob::new("a?").matches("a"));
        assert!(!Glob::new("*??").matches("€"));
    }

    #[test]
    fn a_literal_star_is_a_star() {
        assert!(Glob::literal("a*").matches("a*"));
        assert!(!Glob::literal("a*").matches("ab"));
    }

    #[test]
    fn the_first_difference_is_where_the_pattern_gives_up() {
        let check = |pattern: &str, text: &str| Glob::new(pattern).first_difference(text);
        assert_eq!(check("s3:Put*", "s3:GetObject"), Some(3));
        assert_eq!(check("payroll/may.csv", "payroll/june.csv"), Some(8));
        assert_eq!(check("payroll/may.csv", "payroll/may"), Some(11));
        assert_eq!(check("pay*", "payroll"), None);
        assert_eq!(check("arn:*:b/x", "arn:aws:b/y"), Some(10));
    }

    #[test]
    fn a_long_run_of_stars_stays_cheap() {
        let pattern = "*a".repeat(2_000);
        assert!(!Glob::new(&pattern).matches(&"a".repeat(1_999)));
        assert!(Glob::new(&"*".repeat(1_000_000)).is_anything());
    }

    #[test]
    fn texts_are_the_same_if_all_their_bytes_are() {
        let text = b"0123456789abcdefghi";
        for length in 0..text.len() {
            assert!(is_same(&text[..length], &text[..length]));
            assert!(begins_with(text, &text[..length]));
            assert!(!is_same(&text[..length], &text[..=length]));
            for at in 0..length {
                let mut other = *text;
                other[at] = b'-';
                assert!(!is_same(&text[..length], &other[..length]), "{length} bytes, {at} differs");
            }
        }
    }
}
