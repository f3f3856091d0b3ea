//! How far somebody is with each lesson, as a value that is kept, exported and imported.

use super::attempt::Attempt;
use super::lesson::Lesson;
use super::status::{Status, all_met};
use crate::api::Event;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The format of exported progress.
pub const PROGRESS_FORMAT: u32 = 1;

/// How far a lesson is; a later one is never taken back by an earlier one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stage {
    /// Something was done.
    Begun,
    /// The solution was shown.
    Seen,
    /// It was solved without having been shown.
    Solved,
}

/// One lesson.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LessonProgress {
    /// How far.
    pub stage: Stage,
    /// What was done in the last attempt.
    #[serde(default)]
    pub events: Vec<Event>,
    /// What was answered in it.
    #[serde(default)]
    pub answers: BTreeMap<Box<str>, Box<str>>,
}

/// All lessons, by id.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Progress {
    format: u32,
    /// By id.
    pub lessons: BTreeMap<Box<str>, LessonProgress>,
}

impl Default for Progress {
    fn default() -> Self {
        Self { format: PROGRESS_FORMAT, lessons: BTreeMap::new() }
    }
}

/// Why a text is no progress.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ProgressError {
    /// Not the right shape.
    #[error("{0}")]
    Shape(String),
    /// Of a version that came later.
    #[error("format {0} is newer than {PROGRESS_FORMAT}")]
    Newer(u32),
}

impl Progress {
    /// Takes an attempt down, and how its goals stand. A lesson that is solved after its solution was shown stays
    /// seen.
    pub fn record(&mut self, lesson: &Lesson, attempt: &Attempt, standing: &[Status]) {
        let events = attempt.steps().iter().filter(|step| step.is_told()).map(|step| step.event.clone()).collect();
        let before = self.lessons.get(&lesson.id).map(|before| before.stage);
        let reached = match before {
            Some(Stage::Seen) => Stage::Seen,
            _ if all_met(standing) => Stage::Solved,
            _ => Stage::Begun,
        };
        let stage = before.map_or(reached, |before| before.max(reached));
        let progress = LessonProgress { stage, events, answers: attempt.answers.clone() };
        self.lessons.insert(lesson.id.clone(), progress);
    }

    /// Takes down that the solution was shown; who had solved it before has solved it still.
    pub fn show_solution(&mut self, lesson: &Lesson) {
        let begun = LessonProgress { stage: Stage::Seen, events: Vec::new(), answers: BTreeMap::new() };
        let progress = self.lessons.entry(lesson.id.clone()).or_insert(begun);
        progress.stage = progress.stage.max(Stage::Seen);
    }

    /// Begins a lesson anew that was seen, so that it can be solved.
    pub fn forget(&mut self, lesson: &Lesson) {
        self.lessons.remove(&lesson.id);
    }

    /// The attempt as it was left.
    #[must_use]
    pub fn resume(&self, lesson: &Lesson) -> Attempt {
        let mut attempt = lesson.begin();
        let Some(progress) = self.lessons.get(&lesson.id) else { return attempt };
        attempt.now.replay(&progress.events);
        attempt.answers.clone_from(&progress.answers);
        attempt
    }

    /// Takes over what is further along in another; where both are as far, what is here stays. How many lessons
    /// were taken over.
    pub fn merge(&mut self, other: Self) -> usize {
        let is_further = |lessons: &BTreeMap<Box<str>, LessonProgress>, id: &str, theirs: &LessonProgress| {
            lessons.get(id).is_none_or(|ours| ours.stage < theirs.stage)
        };
        let taken: Vec<_> =
            other.lessons.into_iter().filter(|(id, theirs)| is_further(&self.lessons, id, theirs)).collect();
        let n_taken = taken.len();
        self.lessons.extend(taken);
        n_taken
    }

    /// As a text to be kept.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// From a text that was kept.
    ///
    /// Errors: it is none, or of a later format.
    pub fn parse(text: &str) -> Result<Self, ProgressError> {
        let shape = |error: serde_json::Error| ProgressError::Shape(error.to_string());
        let value: serde_json::Value = serde_json::from_str(text).map_err(shape)?;
        let format = value.get("format").and_then(serde_json::Value::as_u64).unwrap_or_default();
        match u32::try_from(format) {
            Ok(format) if format <= PROGRESS_FORMAT => crate::json::of_value(value).map_err(shape),
            other => Err(ProgressError::Newer(other.unwrap_or(u32::MAX))),
        }
    }
}
