//! `paths.toml`: orders in which lessons may be taken, with those that are still to come.

use super::definition::read;
use super::names::Names;
use super::{PackError, line_at};
use serde::{Deserialize, Serialize};
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PathsFile {
    planned: Vec<PlannedFile>,
    path: Vec<PathFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlannedFile {
    id: Spanned<Box<str>>,
    en: Box<str>,
    es: Box<str>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PathFile {
    id: Spanned<Box<str>>,
    lessons: Vec<Spanned<Box<str>>>,
    en: TextFile,
    es: TextFile,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TextFile {
    name: Box<str>,
    about: Box<str>,
}

/// A path as the browser reads it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StudyPath {
    /// In addresses.
    pub id: Box<str>,
    /// English and Spanish.
    pub name: [Box<str>; 2],
    /// For whom it is.
    pub about: [Box<str>; 2],
    /// The lessons that there are, in order.
    pub lessons: Vec<Box<str>>,
    /// The titles of those that are still to come, in order.
    pub to_come: Vec<[Box<str>; 2]>,
}

/// Reads the file, and makes the lessons that are to come known.
pub(super) fn file(path: &str, text: &str, names: &mut Names) -> Result<PathsFile, PackError> {
    let file: PathsFile = read(path, text)?;
    for planned in &file.planned {
        let (id, line) = (planned.id.get_ref(), line_at(text, planned.id.span().start));
        if names.lessons.contains(id) {
            return Err(PackError::new(path, line, format!("the lesson `{id}` is there: it is no longer to come")));
        }
        if planned.en.is_empty() || planned.es.is_empty() || !names.planned.insert(id.clone()) {
            return Err(PackError::new(path, line, format!("`{id}` stands twice or lacks a title")));
        }
    }
    Ok(file)
}

/// The paths, and what is wrong with them.
pub(super) fn paths(path: &str, text: &str, file: PathsFile, names: &Names) -> (Vec<StudyPath>, Vec<PackError>) {
    let mut errors = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    let mut paths = Vec::new();
    for it in file.path {
        let mut wrong = |at: usize, message: String| errors.push(PackError::new(path, line_at(text, at), message));
        let start = it.id.span().start;
        if !seen.insert(it.id.get_ref().clone()) {
            wrong(start, format!("the path `{}` stands twice", it.id.get_ref()));
        }
        if [&it.en.name, &it.en.about, &it.es.name, &it.es.about].iter().any(|text| text.is_empty()) {
            wrong(start, format!("a text of the path `{}` is missing", it.id.get_ref()));
        }
        let (mut lessons, mut to_come) = (Vec::<Box<str>>::new(), Vec::new());
        for lesson in it.lessons {
            let (at, id) = (lesson.span().start, lesson.into_inner());
            if names.lessons.contains(&id) {
                if lessons.contains(&id) {
                    wrong(at, format!("the lesson `{id}` stands twice"));
                }
                lessons.push(id);
            } else if let Some(planned) = file.planned.iter().find(|planned| *planned.id.get_ref() == id) {
                to_come.push([planned.en.clone(), planned.es.clone()]);
            } else {
                wrong(at, format!("there is no lesson `{id}`, and none is to come"));
            }
        }
        let name = [it.en.name, it.es.name];
        let about = [it.en.about, it.es.about];
        paths.push(StudyPath { id: it.id.into_inner(), name, about, lessons, to_come });
    }
    (paths, errors)
}
