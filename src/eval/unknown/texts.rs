//! Texts that stand for all texts: one for each set of patterns that some text fits and no others.
//!
//! All patterns are run side by side over every text, letter by letter; letters that no pattern looks at
//! are one. Texts are found shortest first. Work is bounded: beyond [`MAX_STATES`] the classes that have
//! not been met are missing.

use std::collections::{BTreeMap, BTreeSet};

/// How many states the patterns are followed through.
const MAX_STATES: usize = 4_000;
/// How many places in patterns are looked at on the way.
const MAX_WORK: usize = 2_000_000;

/// One sign of a pattern.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sign {
    /// Any run of letters; in a field of an ARN it ends before the colon.
    AnyRun { is_in_field: bool },
    /// Any letter; likewise.
    AnyOne { is_in_field: bool },
    /// This letter.
    Letter(char),
}

/// A pattern for a whole text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct TextTest {
    pub(super) signs: Vec<Sign>,
    pub(super) ignores_case: bool,
}

/// Places in the patterns: what is left of them must fit what is left of the text.
type State = Vec<(u16, u32)>;

impl TextTest {
    /// The text and no other.
    pub(super) fn literal(text: &str) -> Self {
        Self { signs: text.chars().map(Sign::Letter).collect(), ignores_case: false }
    }

    /// Whatever has the six fields of an ARN.
    pub(super) fn any_arn() -> Self {
        let run = |is_in_field| Sign::AnyRun { is_in_field };
        let fields = std::iter::repeat_n([run(true), Sign::Letter(':')], 5).flatten();
        Self { signs: fields.chain([run(false)]).collect(), ignores_case: false }
    }

    /// With wildcards that stay inside the first five fields; none if there are fewer than six, for then
    /// no ARN fits.
    pub(super) fn in_fields(mut self) -> Option<Self> {
        let colons: Vec<usize> =
            (0..self.signs.len()).filter(|index| self.signs[*index] == Sign::Letter(':')).collect();
        let last = *colons.get(4)?;
        for sign in &mut self.signs[..last] {
            match sign {
                Sign::AnyRun { is_in_field } | Sign::AnyOne { is_in_field } => *is_in_field = true,
                Sign::Letter(_) => {}
            }
        }
        Some(self)
    }

    /// Whether the whole text fits.
    pub(super) fn matches(&self, text: &str) -> bool {
        let tests = std::slice::from_ref(self);
        let state = text.chars().fold(start(tests), |state, letter| step(tests, &state, letter));
        state.iter().any(|place| self.is_end(place.1))
    }

    fn is_end(&self, place: u32) -> bool {
        place as usize == self.signs.len()
    }

    fn sign(&self, place: u32) -> Option<Sign> {
        self.signs.get(place as usize).copied()
    }

    /// Adds a place, and those that are reached from it without a letter.
    fn enter(&self, test: u16, mut place: u32, state: &mut State) {
        loop {
            state.push((test, place));
            match self.sign(place) {
                Some(Sign::AnyRun { .. }) => place += 1,
                _ => return,
            }
        }
    }

    fn fits(&self, expected: char, letter: char) -> bool {
        expected == letter || self.ignores_case && expected.to_lowercase().eq(letter.to_lowercase())
    }
}

fn start(tests: &[TextTest]) -> State {
    let mut state = State::new();
    for (index, test) in (0..).zip(tests) {
        test.enter(index, 0, &mut state);
    }
    state
}

fn step(tests: &[TextTest], state: &State, letter: char) -> State {
    let mut next = State::new();
    for (index, place) in state {
        let Some(test) = tests.get(usize::from(*index)) else { continue };
        let may_pass = |is_in_field: bool| !is_in_field || letter != ':';
        match test.sign(*place) {
            Some(Sign::AnyRun { is_in_field }) if may_pass(is_in_field) => next.push((*index, *place)),
            Some(Sign::AnyOne { is_in_field }) if may_pass(is_in_field) => {
                test.enter(*index, place + 1, &mut next);
            }
            Some(Sign::Letter(expected)) if test.fits(expected, letter) => {
                test.enter(*index, place + 1, &mut next);
            }
            _ => {}
        }
    }
    // A run that goes on reaches what stands behind it as well.
    let stays: State = next.clone();
    for (index, place) in stays {
        let Some(test) = tests.get(usize::from(index)) else { continue };
        if matches!(test.sign(place), Some(Sign::AnyRun { .. })) {
            test.enter(index, place + 1, &mut next);
        }
    }
    crate::ordered::sort(&mut next);
    next.dedup();
    next
}

/// The letters that a pattern looks at next, and one that none does.
fn letters(tests: &[TextTest], state: &State, other: char) -> BTreeSet<char> {
    let mut letters = BTreeSet::from([other]);
    for (index, place) in state {
        let Some(test) = tests.get(usize::from(*index)) else { continue };
        match test.sign(*place) {
            Some(Sign::Letter(letter)) => {
                letters.insert(letter);
                if test.ignores_case {
                    letters.extend(letter.to_lowercase().chain(letter.to_uppercase()));
                }
            }
            Some(Sign::AnyRun { is_in_field: true } | Sign::AnyOne { is_in_field: true }) => {
                letters.insert(':');
            }
            _ => {}
        }
    }
    letters
}

/// A letter that stands in none of the patterns and none of the texts.
fn other_letter(tests: &[TextTest], texts: &[&str]) -> char {
    let is_in = |test: &TextTest, letter| {
        test.signs.iter().any(|sign| matches!(sign, Sign::Letter(known) if TextTest::fits(test, *known, letter)))
    };
    let is_free = |letter: &char| {
        !tests.iter().any(|test| is_in(test, *letter)) && !texts.iter().any(|text| text.contains(*letter))
    };
    ('a'..='z').rev().chain('0'..='9').chain('\u{e000}'..='\u{f8ff}').find(is_free).unwrap_or('\u{10ffff}')
}

/// A text for each set of patterns that fits some text other than the empty one.
pub(super) fn witnesses(tests: &[TextTest], texts: &[&str]) -> Vec<String> {
    let tests = &tests[..tests.len().min(usize::from(u16::MAX))];
    let other = other_letter(tests, texts);
    let accepted = |state: &State| -> Vec<u16> {
        let is_end = |(index, place): &&(u16, u32)| tests[usize::from(*index)].is_end(*place);
        state.iter().filter(is_end).map(|(index, _)| *index).collect()
    };
    let mut found: BTreeMap<Vec<u16>, String> = BTreeMap::new();
    let first = start(tests);
    let mut seen = BTreeSet::from([first.clone()]);
    let mut queue = std::collections::VecDeque::from([(first, String::new())]);
    let mut work = 0;
    while let Some((state, text)) = queue.pop_front() {
        for letter in letters(tests, &state, other) {
            work += state.len() + 1;
            let next = step(tests, &state, letter);
            let longer = || text.chars().chain([letter]).collect::<String>();
            found.entry(accepted(&next)).or_insert_with(longer);
            if work > MAX_WORK || seen.len() > MAX_STATES || !seen.insert(next.clone()) {
                continue;
            }
            queue.push_back((next, longer()));
        }
    }
    found.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pattern(text: &str) -> TextTest {
        let sign = |letter| match letter {
            '*' => Sign::AnyRun { is_in_field: false },
            '?' => Sign::AnyOne { is_in_field: false },
            letter => Sign::Letter(letter),
        };
        TextTest { signs: text.chars().map(sign).collect(), ignores_case: false }
    }

    #[track_caller]
    fn check(patterns: &[&str], n_classes: usize) {
        let tests: Vec<TextTest> = patterns.iter().map(|text| pattern(text)).collect();
        let found = witnesses(&tests, &[]);
        let classes: BTreeSet<Vec<bool>> =
            found.iter().map(|text| tests.iter().map(|test| test.matches(text)).collect()).collect();
        assert_eq!((found.len(), classes.len()), (n_classes, n_classes), "{found:?}");
    }

    #[test]
    fn there_is_a_text_for_every_way_in_which_patterns_overlap() {
        check(&["alice"], 2);
        check(&["alice", "bob"], 3);
        check(&["a*", "*e"], 4);
        // Whoever fits the first fits the second.
        check(&["ab*", "a*"], 3);
        check(&["*"], 1);
        check(&["?", "??", "?*"], 3);
        check(&["a*c", "abc", "*b*"], 5);
    }

    #[test]
    fn without_regard_to_case_a_letter_is_two() {
        let folded = TextTest { ignores_case: true, ..pattern("Al") };
        let found = witnesses(&[folded, pattern("al")], &[]);
        assert_eq!(found.len(), 3, "{found:?}");
    }

    #[test]
    fn a_wildcard_of_an_arn_ends_with_its_field() {
        let arn = pattern("arn:aws:s3:*:finance:*").in_fields().unwrap();
        assert!(arn.matches("arn:aws:s3:us-east-1:finance:a:b"));
        assert!(!arn.matches("arn:aws:s3:a:b:finance:c"));
        assert_eq!(pattern("arn:aws:s3").in_fields(), None);
        assert_eq!(witnesses(&[arn], &[]).len(), 2);
    }

    #[test]
    fn hostile_patterns_end() {
        let tests = [pattern(&"*a".repeat(300)), pattern(&"?*b".repeat(300)), pattern(&"*ab?".repeat(300))];
        assert!(!witnesses(&tests, &[]).is_empty());
    }
}
