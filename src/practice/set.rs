//! Sets of items: ten on chosen topics, or one after another for as long as somebody likes.
//!
//! A set is its seed, its topics and its edition; the items follow. Of the predictions that a template makes it takes such that
//! are decided at different stations, so that nobody scores by naming the same one each time. It does not know who
//! sits over it.

use super::chance::{Chance, mixed};
use super::edition::Edition;
use super::item::{Item, ItemId, Place, Right};
use super::template::{self, Template};
use super::topic::Topic;
use serde::{Deserialize, Serialize};

/// How many items a set of ten has.
pub const TEN: usize = 10;

/// How many seeds are tried for an item that the wanted place decides.
const MAX_TRIES: u32 = 12;

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
    /// Which templates it draws from.
    pub edition: Edition,
    /// What it is made of.
    pub length: Length,
    /// What the items follow from.
    pub seed: u64,
}

impl Set {
    /// Items on one topic without end, of the newest edition.
    #[must_use]
    pub fn endless(topic: Topic, seed: u64) -> Self {
        Self { edition: Edition::NEWEST, length: Length::Endless(topic), seed }
    }

    /// Ten items on some topics, of the newest edition; on all of its topics if none is chosen.
    #[must_use]
    pub fn of_ten(seed: u64, topics: &[Topic]) -> Self {
        Self { edition: Edition::NEWEST, length: Length::Ten(topics.to_vec()), seed }
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
        let templates: Vec<&Template> = template::of_edition(self.edition).filter(|it| it.topic == topic).collect();
        let turn = u64::try_from(index / topics.len()).unwrap_or_default();
        let first = mixed(&format!("template.{}", topic.lesson()), self.seed);
        let n_templates = u64::try_from(templates.len()).unwrap_or_default();
        let at = first.wrapping_add(turn).checked_rem(n_templates)?;
        let template = templates.get(usize::try_from(at).ok()?)?;
        // A seed of which no item comes is passed over.
        let mut made = (0..MAX_TRIES).filter_map(|n| template.make(mixed(&format!("item.{index}.{n}"), self.seed)));
        let first = made.next()?;
        let wanted = self.wanted(index, topic, &topics);
        match first.right() {
            Right::Predict(_, place) if *place != wanted => {
                let is_wanted = |item: &Item| matches!(item.right(), Right::Predict(_, place) if *place == wanted);
                made.find(is_wanted).or(Some(first))
            }
            _ => Some(first),
        }
    }

    /// What is to decide the item at a position, if it is a prediction: one place as often as another. Beside topics
    /// where identity policies always decide, they decide less often elsewhere.
    fn wanted(&self, index: usize, topic: Topic, topics: &[Topic]) -> Place {
        let mut chance = Chance::new(&format!("place.{index}"), self.seed);
        let drawn = chance.pick(topic.places());
        let others: Vec<Place> = topic.places().iter().copied().filter(|place| *place != Place::Identity).collect();
        let is_passed_over = drawn == Place::Identity && topics.iter().any(|topic| topic.places() == [Place::Identity]);
        if is_passed_over && !others.is_empty() && !chance.one_in(3) { chance.pick(&others) } else { drawn }
    }

    /// The topics in the order in which they come up.
    fn topics(&self) -> Vec<Topic> {
        match &self.length {
            Length::Endless(topic) => vec![*topic],
            Length::Ten(topics) => {
                let mut topics = if topics.is_empty() { self.edition.topics() } else { topics.clone() };
                crate::ordered::sort(&mut topics);
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
