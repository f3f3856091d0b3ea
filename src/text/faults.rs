//! What is wrong with lessons, with files of them, and with packs.
//!
//! Authors read the faults of their files in a terminal, in English; whoever opens a pack in the page reads its
//! faults in the language of the page.

use super::{Language, faults_en, faults_es};
use crate::lessons::{BundleError, LessonProblem};

/// What is wrong with a lesson, in a sentence.
#[must_use]
pub fn lesson_problem(language: Language, problem: &LessonProblem) -> String {
    match language {
        Language::English => faults_en::lesson_problem(problem),
        Language::Spanish => faults_es::lesson_problem(problem),
    }
}

/// Why a file is no pack that may be opened, in a sentence; the faults of its lessons are told one by one with
/// [`lesson_problem`].
#[must_use]
pub fn bundle_error(language: Language, error: &BundleError) -> String {
    match language {
        Language::English => faults_en::bundle_error(error),
        Language::Spanish => faults_es::bundle_error(error),
    }
}

/// A fault in a file of an author: `path:line: sentence`.
#[cfg(feature = "pack")]
#[must_use]
pub fn pack_error(error: &crate::lessons::pack::PackError) -> String {
    use crate::cli::Problem;
    use crate::lessons::pack::Fault;

    let said = |problem: &Problem| super::terminal_problem(Language::English, problem);
    let what = match &error.fault {
        Fault::Form(message) => message.clone(),
        Fault::Goal { at, problem } => {
            format!("this goal is wrong at `{at}`: {}", super::goal_problem(Language::English, problem))
        }
        Fault::Line(kind) => {
            format!("this line cannot be read: {}", super::terminal::cli_error(Language::English, kind))
        }
        Fault::Who(problem) => format!("who asks: {}", said(&Problem::Who(problem.clone()))),
        Fault::Resource(problem) => format!("what is asked about: {}", said(&Problem::Resource(problem.clone()))),
        Fault::Lesson(problem) => lesson_problem(Language::English, problem),
    };
    format!("{}:{}: {what}", error.path, error.line)
}
