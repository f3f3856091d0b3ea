//! Sets of items: ten on chosen topics, or one after another for as long as somebody likes.
//!
//! A set is its seed and its topics; the items follow. It does not know who sits over it.

use super::chance::{Chance, mixed};
use super::item::{Item, ItemId};
use super::template::{self, Template};
use super::topic::Topic;
use serde::{Deserialize, Serialize};

/// How many items a set of ten has.
pub const TEN: usize = 10;

/// What a set is made of.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum Length {
    /// As many as somebody likes, on one topic.
    Endless(Topic),
    /// Ten, on these topics in turn.
    Ten(Vec<Topic>),
}

/// A set of items.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Set {
    /// What it is made of.
    pub length: Length,
    /// What the items follow from.
    pub seed: u64,
}

impl Set {
    /// Items on one topic without end.
    #[must_use]
    pub fn endless(topic: Topic, seed: u64) -> Self {
        Self { length: Length::Endless(topic), seed }
    }

    /// Ten items on some topics; on all of them if none is chosen.
    #[must_use]
    pub fn of_ten(seed: u64, topics: &[Topic]) -> Self {
        Self { length: Length::Ten(topics.to_vec()), seed }
    }

    /// How many items there are; none for a set without end.
    #[must_use]
    pub fn n_items(&self) -> Option<usize> {
        match self.length {
            Length::Endless(_) => None,
            Length::Ten(_) => Some(TEN),
        }
    }

    /// The item at a position; none past the end.
    #[must_use]
    pub fn item(&self, index: usize) -> Option<Item> {
        if self.n_items().is_some_and(|n_items| index >= n_items) {
            return None;
        }
        let topics = self.topics();
        let topic = topics[index % topics.len()];
        let templates: Vec<&Template> = template::ALL.iter().copied().filter(|it| it.topic == topic).collect();
        let turn = u64::try_from(index / topics.len()).unwrap_or_default();
        let first = mixed(&format!("template.{}", topic.lesson()), self.seed);
        let n_templates = u64::try_from(templates.len()).unwrap_or_default();
        let at = first.wrapping_add(turn).checked_rem(n_templates)?;
        let template = templates.get(usize::try_from(at).ok()?)?;
        // A seed of which no item comes is passed over.
        (0..8).find_map(|try_| template.make(mixed(&format!("item.{index}.{try_}"), self.seed)))
    }

    /// The topics in the order in which they come up.
    fn topics(&self) -> Vec<Topic> {
        match &self.length {
            Length::Endless(topic) => vec![*topic],
            Length::Ten(topics) => {
                let mut topics = if topics.is_empty() { Topic::ALL.to_vec() } else { topics.clone() };
                topics.sort_unstable();
                topics.dedup();
                Chance::new("topics", self.seed).shuffle(&mut topics);
                topics
            }
        }
    }
}

/// The item of an id; none if no template of that name and version is here.
#[must_use]
pub fn item(id: &ItemId) -> Option<Item> {
    let template = template::ALL.iter().find(|it| it.name == &*id.template && it.version == id.version)?;
    template.make(id.seed)
}

/// The names of the templates with their versions and topics, in the order of the lessons.
pub fn templates() -> impl Iterator<Item = (&'static str, u16, Topic)> {
    template::ALL.iter().map(|template| (template.name, template.version, template.topic))
}
