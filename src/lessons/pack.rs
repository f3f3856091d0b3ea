//! From what authors write, TOML and Markdown, to what the browser reads, JSON; with every fault at its line.
//!
//! It knows no disk: it is given texts by their paths, and gives texts by their names.

mod cards;
mod definition;
mod glossary;
mod markdown;
mod names;
mod order;
mod paths;
mod place;
mod shelf;

use super::check::LessonProblem;
use super::goal::GoalProblem;
use super::lesson::{Lesson, Unit};
use super::prose::plain;
use crate::cli::{CliErrorKind, ResourceError, WhoError};
use definition::{LessonFile, WorldFile};
pub use paths::StudyPath;
use serde::Serialize;
pub use shelf::Shelf;
use std::collections::BTreeMap;

/// What authors wrote, by path: `lessons/L01-…/lesson.toml`, `en.md`, `es.md`, and `worlds/….toml`; of what one
/// looks up `lessons/cards.toml`, `glossary.toml`, `paths.toml` and `reference/order/en.md`, `es.md`; nothing else.
pub type Sources = BTreeMap<String, String>;

/// A fault at its place.
#[derive(Clone, PartialEq, Debug)]
pub struct PackError {
    /// The file.
    pub path: String,
    /// Counted from 1.
    pub line: usize,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong in a file.
#[derive(Clone, PartialEq, Debug)]
pub enum Fault {
    /// With its form: what the reader of TOML or Markdown says, for authors.
    Form(String),
    /// With the line of a goal.
    Goal {
        /// The part of the line that is wrong.
        at: String,
        /// Why.
        problem: GoalProblem,
    },
    /// With a line of a script.
    Line(CliErrorKind),
    /// With whom the lesson opens.
    Who(WhoError),
    /// With what the lesson opens.
    Resource(ResourceError),
    /// With the lesson as a whole.
    Lesson(LessonProblem),
}

impl PackError {
    fn new(path: &str, line: usize, message: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, fault: Fault::Form(message.into()) }
    }
}

/// What was made.
#[derive(Clone, Debug, Default)]
pub struct Pack {
    /// The lessons, by path of their folder.
    pub lessons: BTreeMap<String, Lesson>,
    /// What one looks up.
    pub shelf: Shelf,
    /// Everything that is wrong.
    pub errors: Vec<PackError>,
}

/// Reads all lessons of the sources and plays them.
#[must_use]
pub fn pack(sources: &Sources) -> Pack {
    let mut pack = Pack::default();
    let mut worlds = BTreeMap::new();
    for (path, text) in sources.iter().filter(|(path, _)| path.contains("worlds/")) {
        match WorldFile::read(path, text) {
            Ok(scenario) => {
                worlds.insert(scenario.id.clone(), scenario);
            }
            Err(error) => pack.errors.push(error),
        }
    }
    for path in sources.keys().filter(|path| path.ends_with("/lesson.toml")) {
        let folder = path.trim_end_matches("/lesson.toml");
        match one(folder, sources, &worlds) {
            Ok((lesson, errors)) => {
                pack.errors.extend(errors);
                pack.lessons.insert(folder.to_owned(), lesson);
            }
            Err(errors) => pack.errors.extend(errors),
        }
    }
    pack.errors.extend(across(&pack.lessons));
    let (shelf, errors) = Shelf::read(sources, &pack.lessons, &worlds);
    pack.shelf = shelf;
    pack.errors.extend(errors);
    pack.errors.sort_by(|one, other| (&one.path, one.line).cmp(&(&other.path, other.line)));
    pack
}

type Worlds = BTreeMap<Box<str>, crate::api::Scenario>;

fn one(folder: &str, sources: &Sources, worlds: &Worlds) -> Result<(Lesson, Vec<PackError>), Vec<PackError>> {
    let path = format!("{folder}/lesson.toml");
    let file = LessonFile::read(&path, &sources[&path]).map_err(|error| vec![error]);
    let mut errors = Vec::new();
    let mut prose = |language: &str| {
        let path = format!("{folder}/{language}.md");
        let text = sources.get(&path).map_or("", String::as_str);
        let (prose, faults) = markdown::prose(&path, text);
        errors.extend(faults);
        prose
    };
    let translations = super::lesson::Translations { en: prose("en"), es: prose("es") };
    let lesson = match file.and_then(|file| file.into_lesson(&path, &sources[&path], worlds, translations)) {
        Ok(lesson) => lesson,
        Err(faults) => return Err(faults.into_iter().chain(errors).collect()),
    };
    errors.extend(lesson.check().iter().map(|problem| place::of_problem(problem, &lesson, folder, sources)));
    Ok((lesson, errors))
}

/// What one lesson alone cannot know.
fn across(lessons: &BTreeMap<String, Lesson>) -> Vec<PackError> {
    let mut errors = Vec::new();
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for (folder, lesson) in lessons {
        let mut push = |message: String| errors.push(PackError::new(&format!("{folder}/lesson.toml"), 1, message));
        if let Some(other) = seen.insert(&lesson.id, folder) {
            push(format!("{other} has the id `{}` too", lesson.id));
        }
        if !folder.rsplit('/').next().is_some_and(|name| name.starts_with(&format!("{}-", lesson.id))) {
            push(format!("the folder's name must begin with `{}-`", lesson.id));
        }
    }
    errors
}

/// A line of the table of contents.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Entry<'a> {
    id: &'a str,
    unit: Unit,
    minutes: u32,
    requires: &'a [Box<str>],
    exam: &'a [Box<str>],
    cards: &'a [Box<str>],
    title: [String; 2],
    objective: [String; 2],
}

/// The table of contents.
#[derive(Serialize)]
struct Contents<'a> {
    lessons: Vec<Entry<'a>>,
    paths: &'a [StudyPath],
    /// What the cards speak of, by their ids.
    cards: BTreeMap<&'a str, [String; 2]>,
}

impl Pack {
    /// The files for the browser: one for each lesson, `index.json` with their titles in English and Spanish, and
    /// what one looks up.
    #[must_use]
    pub fn files(&self) -> BTreeMap<String, String> {
        let lessons = self.lessons.values().map(|lesson| {
            let lesson = Lesson { alternatives: Vec::new(), wrong: Vec::new(), ..lesson.clone() };
            (format!("{}.json", lesson.id), json(&lesson))
        });
        let cards = self.shelf.cards.iter().map(|card| {
            let (en, es) = (plain(&card.text.en.belief), plain(&card.text.es.belief));
            (&*card.id, [en, es])
        });
        let contents = Contents {
            lessons: self.lessons.values().map(entry).collect(),
            paths: &self.shelf.paths,
            cards: cards.collect(),
        };
        lessons.chain([("index.json".to_owned(), json(&contents))]).chain(self.shelf.files()).collect()
    }
}

fn entry(lesson: &Lesson) -> Entry<'_> {
    let both = |part: fn(&super::prose::Prose) -> &[super::prose::Inline]| {
        [plain(part(&lesson.prose.en)), plain(part(&lesson.prose.es))]
    };
    Entry {
        title: both(|prose| &prose.title),
        objective: both(|prose| &prose.objective),
        id: &lesson.id,
        unit: lesson.unit,
        minutes: lesson.minutes,
        requires: &lesson.requires,
        exam: &lesson.exam,
        cards: &lesson.cards,
    }
}

fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// The line of a byte of a text, counted from 1.
fn line_at(text: &str, offset: usize) -> usize {
    text.get(..offset).map_or(1, |before| before.matches('\n').count() + 1)
}
