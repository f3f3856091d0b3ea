//! Whether a text has the form that a pattern of AWS's API models describes.
//!
//! The patterns are Java's, as far as the models use them: classes, groups, alternatives, repetition, looking ahead.
//! A value fits only if it fits whole. Of Unicode's categories letters and numbers are known; marks, symbols and
//! punctuation beyond ASCII are everything that is neither of the two, no space and no control character. A library
//! for this is many times the size of everything else that checks a call.
//!
//! ```
//! use iam_sandbox::catalog::fits;
//! assert!(fits("[\\w+=,.@-]+", "alice@example.com"));
//! assert!(!fits("[\\w+=,.@-]+", "alice smith"));
//! ```

use std::iter::Peekable;
use std::str::Chars;

/// What fits once.
#[derive(Clone, PartialEq, Debug)]
enum Atom {
    Class(Class),
    Group(Vec<Sequence>),
    /// Looks ahead and takes nothing; for `(?!` it must not fit.
    Ahead {
        alternatives: Vec<Sequence>,
        is_negated: bool,
    },
    Start,
    End,
}

/// A set of characters.
#[derive(Clone, PartialEq, Debug, Default)]
struct Class {
    ranges: Vec<(char, char)>,
    categories: Vec<char>,
    is_negated: bool,
}

#[derive(Clone, PartialEq, Debug)]
struct Piece {
    atom: Atom,
    least: usize,
    most: usize,
}

type Sequence = Vec<Piece>;

/// How many places are tried before a value is let through: no pattern of the models comes near it with a value that
/// a learner would write.
const MAX_STEPS: usize = 200_000;

/// Whether the whole of `text` fits `pattern`. A pattern that cannot be read fits everything.
#[must_use]
pub fn fits(pattern: &str, text: &str) -> bool {
    let mut reader = Reader { rest: pattern.chars().peekable() };
    let Some(alternatives) = reader.alternatives() else { return true };
    if reader.rest.next().is_some() {
        return true;
    }
    let text: Vec<char> = text.chars().collect();
    let mut matcher = Matcher { text: &text, n_steps: 0 };
    let fits = matcher.any(&alternatives, 0, &mut |_, at| at == text.len());
    fits || matcher.n_steps > MAX_STEPS
}

struct Reader<'a> {
    rest: Peekable<Chars<'a>>,
}

impl Reader<'_> {
    fn takes(&mut self, wanted: char) -> bool {
        self.rest.next_if_eq(&wanted).is_some()
    }

    fn alternatives(&mut self) -> Option<Vec<Sequence>> {
        let mut alternatives = vec![self.sequence()?];
        while self.takes('|') {
            alternatives.push(self.sequence()?);
        }
        Some(alternatives)
    }

    fn sequence(&mut self) -> Option<Sequence> {
        let mut pieces = Vec::new();
        while self.rest.peek().is_some_and(|next| !matches!(next, '|' | ')')) {
            let atom = self.atom()?;
            let (least, most) = self.repetition()?;
            pieces.push(Piece { atom, least, most });
        }
        Some(pieces)
    }

    fn atom(&mut self) -> Option<Atom> {
        Some(match self.rest.next()? {
            '(' => return self.group(),
            '[' => Atom::Class(self.class()?),
            '^' => Atom::Start,
            '$' => Atom::End,
            '.' => {
                Atom::Class(Class { ranges: vec![('\n', '\n'), ('\r', '\r')], is_negated: true, ..Class::default() })
            }
            '\\' => Atom::Class(match self.escape()? {
                Escape::Category(category) => Class { categories: vec![category], ..Class::default() },
                Escape::Literal(literal) => Class { ranges: vec![(literal, literal)], ..Class::default() },
            }),
            literal => Atom::Class(Class { ranges: vec![(literal, literal)], ..Class::default() }),
        })
    }

    fn group(&mut self) -> Option<Atom> {
        let mut ahead = None;
        if self.takes('?') {
            match self.rest.next()? {
                ':' => {}
                '!' => ahead = Some(true),
                '=' => ahead = Some(false),
                _ => return None,
            }
        }
        let alternatives = self.alternatives()?;
        if !self.takes(')') {
            return None;
        }
        Some(match ahead {
            Some(is_negated) => Atom::Ahead { alternatives, is_negated },
            None => Atom::Group(alternatives),
        })
    }

    fn repetition(&mut self) -> Option<(usize, usize)> {
        Some(match self.rest.peek() {
            Some('*') => self.rest.next().map(|_| (0, usize::MAX))?,
            Some('+') => self.rest.next().map(|_| (1, usize::MAX))?,
            Some('?') => self.rest.next().map(|_| (0, 1))?,
            Some('{') => {
                self.rest.next();
                let mut inside = String::new();
                while let Some(next) = self.rest.next_if(|next| *next != '}') {
                    inside.push(next);
                }
                self.rest.next()?;
                match inside.split_once(',') {
                    Some((least, "")) => (least.parse().ok()?, usize::MAX),
                    Some((least, most)) => (least.parse().ok()?, most.parse().ok()?),
                    None => (inside.parse().ok()?, inside.parse().ok()?),
                }
            }
            _ => (1, 1),
        })
    }

    fn class(&mut self) -> Option<Class> {
        let mut class = Class { is_negated: self.takes('^'), ..Class::default() };
        loop {
            let first = match self.rest.next()? {
                ']' => return Some(class),
                '\\' => match self.escape()? {
                    Escape::Category(category) => {
                        class.categories.push(category);
                        continue;
                    }
                    Escape::Literal(literal) => literal,
                },
                literal => literal,
            };
            let last = self.range_end(first)?;
            class.ranges.push((first, last));
        }
    }

    /// The last character of a range that begins with `first`; a hyphen before the end of the class is itself.
    fn range_end(&mut self, first: char) -> Option<char> {
        let mut ahead = self.rest.clone();
        let begins_range = ahead.next() == Some('-') && ahead.next().is_some_and(|next| next != ']');
        if !begins_range {
            return Some(first);
        }
        self.rest.next();
        match self.rest.next()? {
            '\\' => match self.escape()? {
                Escape::Literal(literal) => Some(literal),
                Escape::Category(_) => None,
            },
            literal => Some(literal),
        }
    }

    fn escape(&mut self) -> Option<Escape> {
        let next = self.rest.next()?;
        Some(match next {
            'w' | 'd' | 's' | 'S' => Escape::Category(next),
            'p' => {
                let category = if self.takes('{') { self.rest.next() } else { None }?;
                if !self.takes('}') {
                    return None;
                }
                Escape::Category(category)
            }
            'u' => {
                let digits: String = self.rest.by_ref().take(4).collect();
                Escape::Literal(u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32)?)
            }
            't' => Escape::Literal('\t'),
            'n' => Escape::Literal('\n'),
            'r' => Escape::Literal('\r'),
            literal => Escape::Literal(literal),
        })
    }
}

/// What follows a backslash.
enum Escape {
    Category(char),
    Literal(char),
}

impl Class {
    fn holds(&self, character: char) -> bool {
        let in_range = self.ranges.iter().any(|(first, last)| (*first..=*last).contains(&character));
        let holds = in_range || self.categories.iter().any(|category| is_of(*category, character));
        holds != self.is_negated
    }
}

fn is_of(category: char, character: char) -> bool {
    match category {
        'w' => character.is_ascii_alphanumeric() || character == '_',
        'd' => character.is_ascii_digit(),
        's' => character.is_ascii_whitespace() || character == '\u{b}',
        'S' => !is_of('s', character),
        'L' => character.is_alphabetic(),
        'N' => character.is_numeric(),
        'Z' => character == ' ' || (!character.is_ascii() && character.is_whitespace()),
        _ if character.is_ascii() => character.is_ascii_punctuation(),
        _ => !(character.is_alphanumeric() || character.is_whitespace() || character.is_control()),
    }
}

struct Matcher<'a> {
    text: &'a [char],
    n_steps: usize,
}

/// What has to fit from a place on.
type Rest<'r, 'a> = &'r mut dyn FnMut(&mut Matcher<'a>, usize) -> bool;

impl<'a> Matcher<'a> {
    fn any(&mut self, alternatives: &[Sequence], at: usize, rest: Rest<'_, 'a>) -> bool {
        alternatives.iter().any(|pieces| self.all(pieces, at, rest))
    }

    fn all(&mut self, pieces: &[Piece], at: usize, rest: Rest<'_, 'a>) -> bool {
        self.n_steps += 1;
        if self.n_steps > MAX_STEPS {
            return false;
        }
        let Some((piece, following)) = pieces.split_first() else { return rest(self, at) };
        match &piece.atom {
            Atom::Class(class) => self.repeat_class(class, piece, following, at, rest),
            Atom::Group(alternatives) => self.repeat_group(alternatives, piece, 0, following, at, rest),
            Atom::Ahead { alternatives, is_negated } => {
                self.any(alternatives, at, &mut |_, _| true) != *is_negated && self.all(following, at, rest)
            }
            Atom::Start => at == 0 && self.all(following, at, rest),
            Atom::End => at == self.text.len() && self.all(following, at, rest),
        }
    }

    /// As many as there are, then fewer.
    fn repeat_class(
        &mut self,
        class: &Class,
        piece: &Piece,
        following: &[Piece],
        at: usize,
        rest: Rest<'_, 'a>,
    ) -> bool {
        let run = self.text[at..].iter().take(piece.most).take_while(|character| class.holds(**character)).count();
        run >= piece.least && (piece.least..=run).rev().any(|n_taken| self.all(following, at + n_taken, rest))
    }

    fn repeat_group(
        &mut self,
        alternatives: &[Sequence],
        piece: &Piece,
        n_taken: usize,
        following: &[Piece],
        at: usize,
        rest: Rest<'_, 'a>,
    ) -> bool {
        let more = n_taken < piece.most
            && self.any(alternatives, at, &mut |matcher, next| {
                // A group that takes nothing would go round for ever.
                (next > at || n_taken < piece.least)
                    && matcher.repeat_group(alternatives, piece, n_taken + 1, following, next, rest)
            });
        more || (n_taken >= piece.least && self.all(following, at, rest))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_iam_have_the_characters_of_rule_e_1() {
        let name = "[\\w+=,.@-]+";
        for good in ["alice", "a.b-c_d+e=f,g@h", "A1"] {
            assert!(fits(name, good), "{good}");
        }
        for bad in ["", "alice smith", "alice/bob", "josé", "a:b"] {
            assert!(!fits(name, bad), "{bad}");
        }
    }

    #[test]
    fn paths_begin_and_end_with_a_slash() {
        let path = "(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)";
        for good in ["/", "/teams/", "/a/b/"] {
            assert!(fits(path, good), "{good}");
        }
        for bad in ["", "teams/", "/teams", "/te ams/"] {
            assert!(!fits(path, bad), "{bad}");
        }
        let policy_path = "((/[A-Za-z0-9\\.,\\+@=_-]+)*)/";
        for good in ["/", "/a/", "/a/b.c/"] {
            assert!(fits(policy_path, good), "{good}");
        }
        for bad in ["//", "/a", "/a!/"] {
            assert!(!fits(policy_path, bad), "{bad}");
        }
    }

    #[test]
    fn an_alias_has_no_two_hyphens_in_a_row() {
        let alias = "^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$";
        for good in ["abc", "my-company", "a1b2"] {
            assert!(fits(alias, good), "{good}");
        }
        for bad in ["ab", "a--b", "-abc", "abc-", "ABC", "a_b"] {
            assert!(!fits(alias, bad), "{bad}");
        }
    }

    #[test]
    fn tags_take_letters_of_every_alphabet() {
        let tag = "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+";
        for good in ["Kostenstelle", "größe 7", "部門", "a:b/c=d+e-f@g"] {
            assert!(fits(tag, good), "{good}");
        }
        for bad in ["", "a,b", "tab\there", "100%"] {
            assert!(!fits(tag, bad), "{bad}");
        }
        let description = "[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*";
        assert!(fits(description, "") && fits(description, "línea\nuno"));
        assert!(!fits(description, "日本"));
    }

    #[test]
    fn the_alternatives_are_of_the_whole_pattern() {
        let target = "^(r-[0-9a-z]{4,32})|(\\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$";
        for good in ["r-ab12", "111122223333", "ou-ab12-abcdefgh"] {
            assert!(fits(target, good), "{good}");
        }
        for bad in ["r-ab", "1111222233334", "ou-ab12"] {
            assert!(!fits(target, bad), "{bad}");
        }
    }

    #[test]
    fn long_values_do_not_take_long() {
        let document = "x".repeat(130_000);
        assert!(fits("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+", &document));
        assert!(fits("(a*)*b", &"a".repeat(400)), "a value that cannot be decided is let through");
    }
}
