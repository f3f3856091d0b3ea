//! Lessons of somebody's own in one file: packed by their author, opened in the page, and checked as the course is.
//!
//! It does not know where a file comes from, nor keeps it.

use super::check::LessonProblem;
use super::lesson::Lesson;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeSet;

/// The format of the file.
pub const BUNDLE_FORMAT: u32 = 1;

/// The longest name of a bundle; it becomes part of addresses.
pub const LONGEST_NAME: usize = 40;

/// Some lessons and the name that they go by together.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bundle {
    format: u32,
    /// Letters, digits and hyphens.
    pub name: Box<str>,
    /// In their order.
    pub lessons: Vec<Lesson>,
}

/// Why a text is no bundle that may be opened.
#[derive(Clone, PartialEq, Debug, thiserror::Error)]
pub enum BundleError {
    /// No JSON, or not of this shape; what the reader of JSON says, with line and column.
    #[error("{0}")]
    Shape(String),
    /// Of a version that came later.
    #[error("format {0} is newer than {BUNDLE_FORMAT}")]
    Newer(u32),
    /// The name cannot be part of an address.
    #[error("`{0}` is no name: 1 to {LONGEST_NAME} letters, digits and hyphens")]
    Name(Box<str>),
    /// There is no lesson in it.
    #[error("there is no lesson in it")]
    Empty,
    /// Two lessons have the same id.
    #[error("the id `{0}` stands twice")]
    Twice(Box<str>),
    /// Lessons that break the rules, by their ids.
    #[error("{} faults in its lessons", .0.len())]
    Faults(Vec<(Box<str>, LessonProblem)>),
}

impl Bundle {
    /// Puts lessons together.
    ///
    /// Errors: see [`Bundle::parse`]; the lessons themselves are not checked.
    pub fn new(name: &str, lessons: Vec<Lesson>) -> Result<Self, BundleError> {
        let is_name = (1..=LONGEST_NAME).contains(&name.len())
            && name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
        if !is_name {
            return Err(BundleError::Name(name.into()));
        }
        let mut ids = BTreeSet::new();
        match lessons.iter().find(|lesson| !ids.insert(&lesson.id)) {
            Some(twice) => Err(BundleError::Twice(twice.id.clone())),
            None if lessons.is_empty() => Err(BundleError::Empty),
            None => Ok(Self { format: BUNDLE_FORMAT, name: name.into(), lessons }),
        }
    }

    /// Reads a file and plays every lesson in it.
    ///
    /// Errors: it is none, of a later format, or something in a lesson breaks the rules of [`Lesson::check`].
    pub fn parse(text: &str) -> Result<Self, BundleError> {
        let shape = |error: serde_json::Error| BundleError::Shape(error.to_string());
        // By way of the value, as saves are read: types that are in both are then read by the same code.
        let value: Value = serde_json::from_str(text).map_err(shape)?;
        // Before all else, so that a later format is named whatever its shape.
        let format = value.get("format").cloned().ok_or(BundleError::Shape("missing field `format`".to_owned()))?;
        let format: u32 = crate::json::of_value(format).map_err(shape)?;
        if format > BUNDLE_FORMAT {
            return Err(BundleError::Newer(format));
        }
        let read: Self = crate::json::of_value(value).map_err(shape)?;
        let bundle = Self::new(&read.name, read.lessons)?;
        let faults = |lesson: &Lesson| {
            let of = lesson.id.clone();
            lesson.check().into_iter().map(move |problem| (of.clone(), problem))
        };
        let faults: Vec<_> = bundle.lessons.iter().flat_map(faults).collect();
        if faults.is_empty() { Ok(bundle) } else { Err(BundleError::Faults(faults)) }
    }

    /// As the file that [`Bundle::parse`] reads.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The lesson with that id, under the name by which it differs from those of other bundles: `week-3/L01`.
    #[must_use]
    pub fn lesson(&self, id: &str) -> Option<Lesson> {
        let lesson = self.lessons.iter().find(|lesson| *lesson.id == *id)?;
        Some(Lesson { id: format!("{}/{id}", self.name).into(), ..lesson.clone() })
    }
}
