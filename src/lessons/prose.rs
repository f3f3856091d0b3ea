//! The texts of a lesson: a small tree, without HTML.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A run of text within a paragraph.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Inline {
    /// Plain.
    Text(Box<str>),
    /// In a fixed-width type.
    Code(Box<str>),
    /// Stressed.
    Emphasis(Vec<Inline>),
    /// Strongly stressed.
    Strong(Vec<Inline>),
    /// Leads to a page.
    Link {
        /// The address.
        to: Box<str>,
        /// What is read.
        text: Vec<Inline>,
    },
}

/// A paragraph or the like.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List {
        /// Whether it is numbered.
        is_ordered: bool,
        /// What stands at each point.
        items: Vec<Vec<Block>>,
    },
    /// Lines in a fixed-width type.
    Code(Box<str>),
    /// A table; only what one looks up has them, lessons do not.
    Table {
        /// What stands over the columns.
        head: Vec<Vec<Inline>>,
        /// The cells of each row.
        rows: Vec<Vec<Vec<Inline>>>,
    },
}

/// A fact that is told, not simulated.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct FactCard {
    /// Statements of the coverage table that it settles.
    pub claims: Vec<Box<str>>,
    /// What holds, with its source.
    pub text: Vec<Inline>,
}

/// All texts of a lesson in one language.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Prose {
    /// The title.
    pub title: Vec<Inline>,
    /// What one can do afterwards.
    pub objective: Vec<Inline>,
    /// The situation at the start.
    pub story: Vec<Block>,
    /// What to do.
    pub task: Vec<Block>,
    /// Each goal in words, by its id.
    pub goals: BTreeMap<Box<str>, Vec<Block>>,
    /// Hints from vague to plain, by the id of their set.
    pub hints: BTreeMap<Box<str>, Vec<Vec<Block>>>,
    /// What is read for the options of a pick, by its name.
    pub picks: BTreeMap<Box<str>, Vec<Labelled>>,
    /// Replies to picks, by the name of the pick.
    #[serde(default)]
    pub answers: BTreeMap<Box<str>, Vec<Labelled>>,
    /// What the trace shows, for afterwards.
    pub look: Vec<Block>,
    /// Fact cards.
    #[serde(default)]
    pub facts: Vec<FactCard>,
}

/// An option with a text.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Labelled {
    /// The option.
    pub option: Box<str>,
    /// What is read for it.
    pub text: Vec<Inline>,
}

impl Prose {
    /// The claims that fact cards settle.
    pub fn settled(&self) -> impl Iterator<Item = &str> {
        self.facts.iter().flat_map(|card| &card.claims).map(|claim| &**claim)
    }
}

/// The text without its form, as a screen reader or a search reads it.
#[must_use]
pub fn plain(inlines: &[Inline]) -> String {
    let one = |inline: &Inline| match inline {
        Inline::Text(text) | Inline::Code(text) => text.to_string(),
        Inline::Emphasis(inside) | Inline::Strong(inside) | Inline::Link { text: inside, .. } => plain(inside),
    };
    inlines.iter().map(one).collect()
}
