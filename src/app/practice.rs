//! The addresses of practice, `#/practice`, `#/practice/L08?seed=7f3a` and `#/practice/ten?seed=7f3a&topics=L07,L08`,
//! and what the library must be given: a seed that nobody chose, and the time on the wall.

use iam_sandbox::clock::Timestamp;
use iam_sandbox::practice::{Length, Set, Topic};

/// What the fragments of practice begin with.
const PREFIX: &str = "#/practice";

/// Where an address of practice leads.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PracticePlace {
    /// Where a set is chosen.
    Choice,
    /// To a set.
    Set(Wanted),
}

/// A set that an address names; without a seed any will do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wanted {
    /// What it is made of.
    pub length: Length,
    /// What its items follow from.
    pub seed: Option<u64>,
}

impl Wanted {
    /// As many items on a topic as somebody likes.
    #[must_use]
    pub fn endless(topic: Topic, seed: Option<u64>) -> Self {
        Self { length: Length::Endless(topic), seed }
    }

    /// Ten items on these topics.
    #[must_use]
    pub fn of_ten(topics: &[Topic], seed: Option<u64>) -> Self {
        Self { length: Length::Ten(in_order(topics)), seed }
    }

    /// The set; none without a seed.
    #[must_use]
    pub fn set(&self) -> Option<Set> {
        Some(Set { length: self.length.clone(), seed: self.seed? })
    }

    /// The fragment that opens it.
    #[must_use]
    pub fn address(&self) -> String {
        let (what, topics) = match &self.length {
            Length::Endless(topic) => (topic.lesson(), String::new()),
            Length::Ten(topics) => {
                let names: Vec<_> = topics.iter().map(|topic| topic.lesson()).collect();
                ("ten", names.join(","))
            }
        };
        let seed = self.seed.map(|seed| format!("seed={}", seed_text(seed)));
        let topics = (!topics.is_empty()).then(|| format!("topics={topics}"));
        let query: Vec<String> = seed.into_iter().chain(topics).collect();
        if query.is_empty() { format!("{PREFIX}/{what}") } else { format!("{PREFIX}/{what}?{}", query.join("&")) }
    }
}

impl From<&Set> for Wanted {
    fn from(set: &Set) -> Self {
        Self { length: set.length.clone(), seed: Some(set.seed) }
    }
}

/// Each topic once and in order; none if all are chosen.
fn in_order(topics: &[Topic]) -> Vec<Topic> {
    let chosen = Topic::ALL.iter().copied().filter(|topic| topics.contains(topic));
    let chosen: Vec<Topic> = chosen.collect();
    if chosen.len() == Topic::ALL.len() { Vec::new() } else { chosen }
}

/// The fragment where a set is chosen.
#[must_use]
pub fn address() -> &'static str {
    PREFIX
}

/// Where a fragment leads, if it leads into practice. What cannot be read leads to the choice.
#[must_use]
pub fn place_in(fragment: &str) -> Option<PracticePlace> {
    let rest = fragment.strip_prefix(PREFIX)?;
    if rest.is_empty() {
        return Some(PracticePlace::Choice);
    }
    let rest = rest.strip_prefix('/')?;
    let (what, query) = rest.split_once('?').unwrap_or((rest, ""));
    let value = |name: &str| {
        let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.find(|(key, _)| *key == name).map(|(_, value)| value)
    };
    let seed = value("seed").and_then(seed_of);
    if what == "ten" {
        let topics: Vec<Topic> = value("topics").unwrap_or_default().split(',').filter_map(Topic::of_lesson).collect();
        return Some(PracticePlace::Set(Wanted::of_ten(&topics, seed)));
    }
    let topic = Topic::of_lesson(what);
    Some(topic.map_or(PracticePlace::Choice, |topic| PracticePlace::Set(Wanted::endless(topic, seed))))
}

/// A seed as it is shown and written.
#[must_use]
pub fn seed_text(seed: u64) -> String {
    format!("{seed:04x}")
}

/// The seed that somebody wrote.
#[must_use]
pub fn seed_of(text: &str) -> Option<u64> {
    let text = text.trim();
    let is_hex = !text.is_empty() && text.chars().all(|letter| letter.is_ascii_hexdigit());
    is_hex.then(|| u64::from_str_radix(text, 16).ok()).flatten()
}

/// A seed that neighbours do not share: four digits, which can be read aloud.
#[must_use]
pub fn fresh_seed() -> u64 {
    #[cfg(feature = "app")]
    let seed = getrandom::u32().unwrap_or_default() & 0xFFFF;
    #[cfg(not(feature = "app"))]
    let seed = 0_u32;
    seed.into()
}

/// The time on the wall.
#[must_use]
pub fn now() -> Timestamp {
    #[cfg(feature = "app")]
    #[expect(clippy::cast_possible_truncation, reason = "seconds since 1970 are few")]
    let seconds = (js_sys::Date::now() / 1000.0) as i64;
    #[cfg(not(feature = "app"))]
    let seconds = 0;
    Timestamp::from_epoch_seconds(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_lead_back_to_their_sets() {
        let sets = [
            Wanted::endless(Topic::L08, Some(0x7f3a)),
            Wanted::endless(Topic::L01, None),
            Wanted::of_ten(&[], Some(0)),
            Wanted::of_ten(&[Topic::L32, Topic::L07], Some(u64::MAX)),
            Wanted::of_ten(&[Topic::L07], None),
        ];
        for wanted in sets {
            assert_eq!(place_in(&wanted.address()), Some(PracticePlace::Set(wanted)));
        }
        assert_eq!(Wanted::endless(Topic::L08, Some(0x7f3a)).address(), "#/practice/L08?seed=7f3a");
        assert_eq!(Wanted::of_ten(Topic::ALL, Some(7)).address(), "#/practice/ten?seed=0007");
    }

    #[test]
    fn what_cannot_be_read_leads_to_the_choice() {
        assert_eq!(place_in("#/practice"), Some(PracticePlace::Choice));
        assert_eq!(place_in("#/practice/L99"), Some(PracticePlace::Choice));
        let any = PracticePlace::Set(Wanted::endless(Topic::L08, None));
        assert_eq!(place_in("#/practice/L08?seed=xyz"), Some(any));
        for other in ["", "#/practices", "#/learn/L08", "#/rules"] {
            assert_eq!(place_in(other), None, "{other}");
        }
    }

    #[test]
    fn seeds_are_read_as_they_are_written() {
        for seed in [0, 0x7f3a, u64::MAX] {
            assert_eq!(seed_of(&seed_text(seed)), Some(seed));
        }
        for wrong in ["", " ", "+1", "7g", "10000000000000000"] {
            assert_eq!(seed_of(wrong), None, "{wrong}");
        }
    }
}
