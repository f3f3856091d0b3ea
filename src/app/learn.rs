//! The list of lessons as it is fetched, and the addresses `#/learn`, `#/learn?path=developer` and `#/learn/L15`.

use super::fetch::{self, FetchError, Loading};
use super::shared::Shared;
use iam_sandbox::lessons::{Inline, Lesson, Prose, plain};
use iam_sandbox::text::Language;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Where the list lies, beside the page, with the lessons beside it.
const FOLDER: &str = "lessons";

/// Fetches the list.
pub async fn fetch_index() -> Loading<Shared<Index>> {
    match fetch::text(&format!("{FOLDER}/index.json")).await {
        Ok(text) => match iam_sandbox::json::read(&text) {
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
    let value: serde_json::Value = serde_json::from_str(&text).map_err(|_| FetchError::Missing)?;
    iam_sandbox::json::of_value(value).map_err(|_| FetchError::Missing)
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
pub struct Index {
    /// In the order of the ladder.
    pub lessons: Vec<IndexEntry>,
    /// Other orders in which they may be taken.
    pub paths: Vec<StudyPath>,
    /// What the myth cards speak of, by their ids.
    pub cards: BTreeMap<String, Both>,
}

/// An order in which lessons may be taken.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StudyPath {
    /// In addresses.
    pub id: String,
    /// What it is called.
    pub name: Both,
    /// For whom it is.
    pub about: Both,
    /// The lessons that there are.
    pub lessons: Vec<String>,
    /// The titles of those that are still to come.
    pub to_come: Vec<Both>,
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
    /// The myth cards that belong to it.
    #[serde(default)]
    pub cards: Vec<String>,
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

    /// The path of an id.
    #[must_use]
    pub fn path(&self, id: &str) -> Option<&StudyPath> {
        self.paths.iter().find(|path| path.id == id)
    }

    /// The lesson after that of an id, in a path, or in the order of the ladder where the lesson is in no such path.
    #[must_use]
    pub fn after(&self, id: &str, path: &str) -> Option<&IndexEntry> {
        let after = |lessons: &[&str]| {
            let index = lessons.iter().position(|lesson| *lesson == id)?;
            Some(lessons.get(index + 1).map(|next| (*next).to_owned()))
        };
        let in_path = |path: &StudyPath| after(&path.lessons.iter().map(String::as_str).collect::<Vec<_>>());
        let in_ladder = || after(&self.lessons.iter().map(|entry| entry.id.as_str()).collect::<Vec<_>>());
        self.entry(&self.path(path).and_then(in_path).or_else(in_ladder)??)
    }
}

/// What the fragments of lessons begin with.
const PREFIX: &str = "#/learn";

/// Stands in addresses for no path.
const EVERY_LESSON: &str = "all";

/// The fragment that opens a lesson; the list of all without an id.
#[must_use]
pub fn address(id: &str) -> String {
    if id.is_empty() { PREFIX.to_owned() } else { format!("{PREFIX}/{id}") }
}

/// The fragment of the list in the order of a path; of all lessons without one.
#[must_use]
pub fn list_address(path: &str) -> String {
    format!("{PREFIX}?path={}", if path.is_empty() { EVERY_LESSON } else { path })
}

/// The path that a fragment of the list asks for, empty for all lessons; nothing if it says nothing of it.
#[must_use]
pub fn path_in(fragment: &str) -> Option<&str> {
    let path = fragment.strip_prefix(PREFIX)?.strip_prefix("?path=")?;
    let is_name = path.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
    is_name.then_some(if path == EVERY_LESSON { "" } else { path })
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
    fn the_list_may_be_in_the_order_of_a_path() {
        for path in ["", "developer", "cloud-practitioner"] {
            assert_eq!(path_in(&list_address(path)), Some(path));
            assert_eq!(lesson_in(&list_address(path)), Some(""));
        }
        for fragment in ["#/learn", "#/learn/L15", "#/learn?path=../x", "#/rules"] {
            assert_eq!(path_in(fragment), None, "{fragment}");
        }
    }

    fn index() -> Index {
        let lesson =
            |id: &str| format!(r#"{{"id":"{id}","unit":"roles","minutes":5,"title":["",""],"objective":["",""]}}"#);
        let lessons = ["L01", "L02", "L07", "L08"].map(lesson).join(",");
        let path = r#"{"id":"class","name":["",""],"about":["",""],"lessons":["L07","L01"],"toCome":[]}"#;
        serde_json::from_str(&format!(r#"{{"lessons":[{lessons}],"paths":[{path}],"cards":{{}}}}"#)).unwrap()
    }

    #[test]
    fn the_next_lesson_is_that_of_the_path() {
        let index = index();
        let next = |id: &str, path: &str| index.after(id, path).map(|entry| entry.id.clone());
        assert_eq!(next("L01", "").as_deref(), Some("L02"));
        assert_eq!(next("L07", "class").as_deref(), Some("L01"));
        assert_eq!(next("L01", "class"), None, "the path ends");
        assert_eq!(next("L02", "class").as_deref(), Some("L07"), "outside of the path");
        assert_eq!(next("L02", "no-such-path").as_deref(), Some("L07"));
        assert_eq!(next("L08", ""), None);
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
