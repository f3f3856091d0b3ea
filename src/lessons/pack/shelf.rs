//! What one looks up, read together, since its parts name each other.

use super::cards::{self, CardsFile};
use super::glossary::{self, GlossaryFile};
use super::names::Names;
use super::paths::{self, PathsFile, StudyPath};
use super::{PackError, Sources, Worlds, json, line_at, order};
use crate::lessons::Lesson;
use crate::lessons::reference::{Bilingual, Card, Page, Term};
use std::collections::BTreeMap;

/// What one looks up. A pack of one's own may lack any of it.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    /// The myth cards.
    pub cards: Vec<Card>,
    /// The words of the course.
    pub terms: Vec<Term>,
    /// The order of evaluation.
    pub order: Option<Bilingual<Page>>,
    /// Orders in which lessons may be taken.
    pub paths: Vec<StudyPath>,
}

/// A file that is there, with its path and text.
type Opened<'a, T> = Option<(&'a str, &'a str, T)>;

impl Shelf {
    /// Reads what there is of it, and says what is wrong.
    pub(super) fn read(
        sources: &Sources,
        lessons: &BTreeMap<String, Lesson>,
        worlds: &Worlds,
    ) -> (Self, Vec<PackError>) {
        let mut errors = Vec::new();
        let mut names = Names::default();
        names.lessons.extend(lessons.values().map(|lesson| lesson.id.clone()));
        let paths: Opened<'_, PathsFile> =
            open(sources, "lessons/paths.toml", &mut errors, |path, text| paths::file(path, text, &mut names));
        let terms: Opened<'_, GlossaryFile> =
            open(sources, "lessons/glossary.toml", &mut errors, |path, text| glossary::file(path, text, &mut names));
        let cards: Opened<'_, CardsFile> = open(sources, "lessons/cards.toml", &mut errors, cards::file);
        if let Some((_, _, file)) = &cards {
            names.cards = file.card.iter().map(|card| card.get_ref().id.clone()).collect();
            errors.extend(unknown_cards(sources, lessons, &names));
        }
        let mut shelf = Self::default();
        if let Some((path, text, file)) = paths {
            keep(paths::paths(path, text, file, &names), &mut shelf.paths, &mut errors);
        }
        if let Some((path, text, file)) = terms {
            keep(glossary::terms(path, text, file, &names), &mut shelf.terms, &mut errors);
        }
        if let Some((path, text, file)) = cards {
            keep(cards::cards(path, text, file, &names, worlds), &mut shelf.cards, &mut errors);
        }
        if let Some((page, faults)) = order::page(sources, &names) {
            shelf.order = Some(page);
            errors.extend(faults);
        }
        (shelf, errors)
    }

    /// The files for the browser.
    pub(super) fn files(&self) -> Vec<(String, String)> {
        let cards = (!self.cards.is_empty()).then(|| json(&self.cards));
        let terms = (!self.terms.is_empty()).then(|| json(&self.terms));
        let order = self.order.as_ref().map(json);
        let files = [("cards.json", cards), ("glossary.json", terms), ("order.json", order)];
        files.into_iter().filter_map(|(name, text)| Some((name.to_owned(), text?))).collect()
    }
}

fn open<'a, T>(
    sources: &'a Sources,
    name: &str,
    errors: &mut Vec<PackError>,
    read: impl FnOnce(&str, &str) -> Result<T, PackError>,
) -> Opened<'a, T> {
    let (path, text) = sources.iter().find(|(path, _)| path.ends_with(name))?;
    let file = read(path, text).map_err(|error| errors.push(error)).ok()?;
    Some((path, text, file))
}

fn keep<T>((found, faults): (Vec<T>, Vec<PackError>), into: &mut Vec<T>, errors: &mut Vec<PackError>) {
    *into = found;
    errors.extend(faults);
}

/// Cards that lessons name and that are not there.
fn unknown_cards(sources: &Sources, lessons: &BTreeMap<String, Lesson>, names: &Names) -> Vec<PackError> {
    let mut errors = Vec::new();
    for (folder, lesson) in lessons {
        for card in lesson.cards.iter().filter(|card| !names.cards.contains(*card)) {
            let path = format!("{folder}/lesson.toml");
            let text = sources.get(&path).map_or("", String::as_str);
            let line = line_at(text, text.find(&format!("\"{card}\"")).unwrap_or_default());
            errors.push(PackError::new(&path, line, format!("there is no card `{card}`")));
        }
    }
    errors
}
