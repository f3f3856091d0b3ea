//! Editions: which templates, and so which topics, a set draws from.
//!
//! A set that was given out stays what it was when templates are added: it keeps the number of the edition that was
//! the newest when it was made. An edition to which sets were given out gets no further template.

use super::template;
use super::topic::Topic;
use serde::{Deserialize, Serialize};

/// An edition of the templates, by number from 1.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Edition(u16);

impl Edition {
    /// The first one; sets that say nothing are of it.
    pub const FIRST: Self = Self(1);
    /// The second one: sign-in, keys, sessions and what becomes of them; third parties, resource control
    /// policies, tags, KMS keys.
    pub const SECOND: Self = Self(2);
    /// What new sets are of.
    pub const NEWEST: Self = Self::SECOND;

    /// The edition of a number; none if this version does not have it.
    #[must_use]
    pub fn of(number: u64) -> Option<Self> {
        let edition = Self(u16::try_from(number).ok()?);
        (Self::FIRST..=Self::NEWEST).contains(&edition).then_some(edition)
    }

    /// The number.
    #[must_use]
    pub const fn number(self) -> u16 {
        self.0
    }

    /// Its topics, in the order of the lessons.
    #[must_use]
    pub fn topics(self) -> Vec<Topic> {
        Topic::ALL.iter().copied().filter(|topic| self.has(*topic)).collect()
    }

    /// Whether it has a topic.
    #[must_use]
    pub fn has(self, topic: Topic) -> bool {
        template::of_edition(self).any(|template| template.topic == topic)
    }

    /// The first one from this one on that has all of these topics; this one if none has.
    #[must_use]
    pub fn with(self, topics: &[Topic]) -> Self {
        let mut later = (self.0..=Self::NEWEST.0).map(Self);
        later.find(|edition| topics.iter().all(|topic| edition.has(*topic))).unwrap_or(self)
    }
}

/// Of a results file that does not say.
impl Default for Edition {
    fn default() -> Self {
        Self::FIRST
    }
}
