//! The list of lessons as it is fetched, and the addresses `#/learn` and `#/learn/L15`.

use super::fetch::{self, FetchError, Loading};
use super::shared::Shared;
use iam_sandbox::lessons::{Inline, Lesson, Prose, plain};
use iam_sandbox::text::Language;
use serde::Deserialize;

/// Where the list lies, beside the page, with the lessons beside it.
const FOLDER: &str = "lessons";

/// Fetches the list.
pub async fn fetch_index() -> Loading<Shared<Index>> {
    match fetch::text(&format!("{FOLDER}/index.json")).await {
        Ok(text) => match serde_json::from_str(&text) {
            Ok(index) => Loading::Ready(Shared::new(index)),
            Err(_) => Loading::Failed(FetchError::Missing),
        },
        Err(error) => Loading::Failed(error),
    }
}

/// Fetches a lesson of the list.
pub async fn fetch_lesson(index: &Index, id: &str) -> Result<Lesson, FetchError> {
    let known = &index.entry(id).ok_or(FetchError::Missing)?.id;
    let text = fetch::text(&format!("{FOLDER}/{known}.json")).await?;
    serde_json::from_str(&text).map_err(|_| FetchError::Missing)
}

/// The texts of a lesson in a language.
#[must_use]
pub fn prose(lesson: &Lesson, language: Language) -> &Prose {
    match language {
        Language::English => &lesson.prose.en,
        Language::Spanish => &lesson.prose.es,
    }
}

/// The list of lessons.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(transparent)]
pub struct Index {
    /// In the order of the ladder.
    pub lessons: Vec<IndexEntry>,
}

/// A lesson in the list.
#[derive(Clone, PartialEq, Debug, Default, Deserialize)]
pub struct IndexEntry {
    /// `L15`
    pub id: String,
    /// The unit, by its name in the files.
    pub unit: String,
    /// How long it takes.
    pub minutes: u32,
    /// The title.
    pub title: Both,
    /// What is learnt.
    pub objective: Both,
}

/// A text in English and in Spanish.
#[derive(Clone, PartialEq, Debug, Default, Deserialize)]
pub struct Both(String, String);

impl Both {
    /// Two texts without their forms.
    #[must_use]
    pub fn plain(english: &[Inline], spanish: &[Inline]) -> Self {
        Self(plain(english), plain(spanish))
    }

    /// The text in a language.
    #[must_use]
    pub fn of(&self, language: Language) -> &str {
        match language {
            Language::English => &self.0,
            Language::Spanish => &self.1,
        }
    }
}

impl Index {
    /// The lesson of an id.
    #[must_use]
    pub fn entry(&self, id: &str) -> Option<&IndexEntry> {
        self.lessons.iter().find(|entry| entry.id == id)
    }

    /// The lesson after that of an id.
    #[must_use]
    pub fn after(&self, id: &str) -> Option<&IndexEntry> {
        let index = self.lessons.iter().position(|entry| entry.id == id)?;
        self.lessons.get(index + 1)
    }
}

/// What the fragments of lessons begin with.
const PREFIX: &str = "#/learn";

/// The fragment that opens a lesson; the list of all without an id.
#[must_use]
pub fn address(id: &str) -> String {
    if id.is_empty() { PREFIX.to_owned() } else { format!("{PREFIX}/{id}") }
}

/// The id that a fragment names, empty for the list of all; nothing if it is of something else.
#[must_use]
pub fn lesson_in(fragment: &str) -> Option<&str> {
    let rest = fragment.strip_prefix(PREFIX)?;
    let rest = rest.split_once('?').map_or(rest, |(rest, _)| rest);
    let id = if rest.is_empty() { "" } else { rest.strip_prefix('/')? };
    let is_name = |name: &str| name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
    // A lesson of a pack has the name of the pack before its own.
    let is_id = match id.split_once('/') {
        Some((pack, id)) => !pack.is_empty() && !id.is_empty() && is_name(pack) && is_name(id),
        None => is_name(id),
    };
    is_id.then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_lead_back_to_their_lessons() {
        for id in ["", "L01", "X14", "my-own-lesson", "week-3/L01"] {
            assert_eq!(lesson_in(&address(id)), Some(id));
        }
    }

    #[test]
    fn other_fragments_are_of_no_lesson() {
        for fragment in [
            "",
            "#/rules",
            "#/learning",
            "#/open/1/abc",
            "#/learn/../L01",
            "#/learn/L 1",
            "#/learn/a/",
            "#/learn/a/b/c",
        ] {
            assert_eq!(lesson_in(fragment), None, "{fragment}");
        }
    }
}
