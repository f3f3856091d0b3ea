//! The addresses of practice, `#/practice`, `#/practice/L08?seed=7f3a&edition=2` and
//! `#/practice/ten?seed=7f3a&edition=2&topics=L07,L08`, and what the library must be given: a seed that nobody chose,
//! and the time on the wall. An address with a seed and without an edition is of the first one.

use iam_sandbox::clock::Timestamp;
use iam_sandbox::practice::{Edition, Length, Set, Topic};

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
    /// Which templates it draws from.
    pub edition: Edition,
    /// What it is made of.
    pub length: Length,
    /// What its items follow from.
    pub seed: Option<u64>,
}

impl Wanted {
    /// As many items on a topic as somebody likes.
    #[must_use]
    pub fn endless(topic: Topic, seed: Option<u64>) -> Self {
        Self { edition: Edition::NEWEST, length: Length::Endless(topic), seed }
    }

    /// Ten items on these topics.
    #[must_use]
    pub fn of_ten(topics: &[Topic], seed: Option<u64>) -> Self {
        let edition = Edition::NEWEST;
        Self { edition, length: Length::Ten(in_order(edition, topics)), seed }
    }

    /// The same of an edition, if it has the topics; else of the first one after it that has them.
    fn of_edition(self, edition: Edition) -> Self {
        match self.length {
            Length::Endless(topic) => Self { edition: edition.with(&[topic]), ..self },
            Length::Ten(topics) => {
                let edition = edition.with(&topics);
                Self { edition, length: Length::Ten(in_order(edition, &topics)), ..self }
            }
        }
    }

    /// The set; none without a seed.
    #[must_use]
    pub fn set(&self) -> Option<Set> {
        Some(Set { edition: self.edition, length: self.length.clone(), seed: self.seed? })
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
        // Without a seed any items will do, and the newest edition has the most.
        let edition = self.seed.filter(|_| self.edition != Edition::FIRST);
        let edition = edition.map(|_| format!("edition={}", self.edition.number()));
        let topics = (!topics.is_empty()).then(|| format!("topics={topics}"));
        let query: Vec<String> = seed.into_iter().chain(edition).chain(topics).collect();
        if query.is_empty() { format!("{PREFIX}/{what}") } else { format!("{PREFIX}/{what}?{}", query.join("&")) }
    }
}

impl From<&Set> for Wanted {
    fn from(set: &Set) -> Self {
        Self { edition: set.edition, length: set.length.clone(), seed: Some(set.seed) }
    }
}

/// Each topic once and in order; none if all of the edition are chosen.
fn in_order(edition: Edition, topics: &[Topic]) -> Vec<Topic> {
    let chosen: Vec<Topic> = Topic::ALL.iter().copied().filter(|topic| topics.contains(topic)).collect();
    if chosen == edition.topics() { Vec::new() } else { chosen }
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
    let wanted = if what == "ten" {
        let topics = value("topics").unwrap_or_default().split(',').filter_map(Topic::of_lesson).collect();
        Some(Wanted { edition: Edition::NEWEST, length: Length::Ten(topics), seed })
    } else {
        Topic::of_lesson(what).map(|topic| Wanted::endless(topic, seed))
    };
    let edition = match value("edition") {
        Some(number) => number.parse().ok().and_then(Edition::of),
        None => Some(if seed.is_some() { Edition::FIRST } else { Edition::NEWEST }),
    };
    let place = wanted.zip(edition).map(|(wanted, edition)| PracticePlace::Set(wanted.of_edition(edition)));
    Some(place.unwrap_or(PracticePlace::Choice))
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
        let edition = Edition::NEWEST.number();
        let endless = format!("#/practice/L08?seed=7f3a&edition={edition}");
        assert_eq!(Wanted::endless(Topic::L08, Some(0x7f3a)).address(), endless);
        let ten = format!("#/practice/ten?seed=0007&edition={edition}");
        assert_eq!(Wanted::of_ten(Topic::ALL, Some(7)).address(), ten);
        assert_eq!(Wanted::endless(Topic::L08, None).address(), "#/practice/L08");
    }

    /// The set that an address of practice names.
    fn set(rest: &str) -> Set {
        let Some(PracticePlace::Set(wanted)) = place_in(&format!("{PREFIX}/{rest}")) else { panic!("{rest}: no set") };
        wanted.set().unwrap()
    }

    /// `first-edition.txt` has an address on each line and the first items behind it, as they were given out before
    /// there was a second edition.
    #[test]
    fn addresses_of_the_first_edition_lead_to_the_items_that_they_led_to() {
        let lines = include_str!("../../tests/practice/first-edition.txt").lines();
        for line in lines {
            let mut words = line.split(' ');
            let rest = words.next().unwrap();
            let set = set(rest);
            assert_eq!(Wanted::from(&set).address(), format!("{PREFIX}/{rest}"));
            for (index, id) in words.enumerate() {
                assert_eq!(set.item(index).unwrap().id.to_string(), id, "{rest}, item {index}");
            }
        }
    }

    #[test]
    fn an_address_without_an_edition_is_of_the_first_one_that_has_its_topics() {
        assert_eq!(set("ten?seed=1").edition, Edition::FIRST);
        assert_eq!(set("ten?seed=1&edition=2").edition, Edition::SECOND);
        assert_eq!(set("L09?seed=1").edition, Edition::SECOND);
        assert_eq!(set("ten?seed=1&topics=L08,L09").edition, Edition::SECOND);
        for unknown in ["0", "60000", "x", ""] {
            let fragment = format!("#/practice/L08?seed=1&edition={unknown}");
            assert_eq!(place_in(&fragment), Some(PracticePlace::Choice), "{unknown}");
        }
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
