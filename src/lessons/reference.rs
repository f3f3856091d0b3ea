//! What one looks up: myth cards, the glossary, the page on the order of evaluation.
//!
//! The texts come from files, as those of lessons do; in them the names of terms, rules, cards and lessons are
//! links already. How a card's request comes out is not kept here: it is asked when the card is turned.

use super::prose::{Block, Inline};
use crate::api::{Sandbox, Scenario};
use crate::cli::{CliError, Output, Terminal, run, script};
use crate::eval::Station;
use serde::{Deserialize, Serialize};

/// Something in English and in Spanish.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Bilingual<T> {
    /// English
    pub en: T,
    /// Spanish
    pub es: T,
}

/// What is to be said of a belief.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Bet {
    /// It holds.
    True,
    /// It does not.
    False,
    /// It depends.
    Depends,
}

impl Bet {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::True, Self::False, Self::Depends];
}

/// A belief about IAM, with what holds.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Card {
    /// `K10`
    pub id: Box<str>,
    /// Lessons that it belongs to.
    pub lessons: Vec<Box<str>>,
    /// What is right to say of it.
    pub bet: Bet,
    /// The request that settles it; a card without one is told, not tried.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trial: Option<Trial>,
    /// A page of AWS.
    pub source: Box<str>,
    /// What is read.
    pub text: Bilingual<CardText>,
}

/// The texts of a card.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CardText {
    /// What is believed.
    pub belief: Vec<Inline>,
    /// Why it is believed.
    pub why: Vec<Inline>,
    /// What holds.
    pub today: Vec<Inline>,
}

/// A world and the line that is sent there.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Trial {
    /// The world with what the card sets up in it.
    pub scenario: Scenario,
    /// What was done before, as lines.
    #[serde(default)]
    pub play: Box<str>,
    /// The line.
    pub ask: Box<str>,
}

/// A trial after its line was sent.
#[derive(Clone, Debug)]
pub struct Tried {
    /// The world as it stands then; its last step is the request.
    pub sandbox: Sandbox,
    /// What a terminal would print.
    pub output: Output,
}

impl Trial {
    /// Sends the line.
    ///
    /// # Errors
    /// If a line cannot be read.
    pub fn send(&self) -> Result<Tried, CliError> {
        let mut sandbox = Sandbox::new(self.scenario.clone());
        let mut terminal = Terminal::of(&sandbox);
        script::play(&self.play, &mut sandbox, &mut terminal)?;
        let output = run(&mut sandbox, &mut terminal, &self.ask);
        match output.error {
            Some(error) => Err(error),
            None => Ok(Tried { sandbox, output }),
        }
    }
}

/// A word of the course.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Term {
    /// In addresses: `trust-policy`.
    pub id: Box<str>,
    /// AWS's word.
    pub term: Box<str>,
    /// How Spanish texts gloss it.
    pub spanish: Box<str>,
    /// What it means.
    pub text: Bilingual<Vec<Inline>>,
}

/// What a kind of policy can do to a request.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Power {
    /// A Deny there is final.
    Deny,
    /// Without an Allow there, the request is refused.
    Limit,
    /// An Allow there lets the request through.
    Grant,
}

/// What a section of a page is about.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Heading {
    /// One station of the rail.
    Station {
        /// Which.
        station: Station,
        /// What it can do.
        powers: Vec<Power>,
    },
    /// Something else.
    Text(Vec<Inline>),
}

/// A section of a page.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PageSection {
    /// By which it is found in both languages.
    pub id: Box<str>,
    /// What stands over it.
    pub heading: Heading,
    /// What stands in it.
    pub body: Vec<Block>,
}

/// A page of the reference.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Page {
    /// The title.
    pub title: Vec<Inline>,
    /// What it answers.
    pub intro: Vec<Inline>,
    /// In order.
    pub sections: Vec<PageSection>,
}
