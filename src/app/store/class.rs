//! What a class needs beside the lesson itself: room for it, large letters, answers that are hidden, a terminal.

use super::state::AppState;
use iam_sandbox::analysis::DocumentRef;
use std::collections::BTreeSet;
use std::rc::Rc;

impl AppState {
    /// Whether things may be built: in some lessons one only asks.
    #[must_use]
    pub fn can_build(&self) -> bool {
        self.play.as_ref().is_none_or(|play| play.lesson.builds)
    }

    /// Whether the page writes policies for the learner; in a lesson only once it is over.
    #[must_use]
    pub fn writes_answers(&self) -> bool {
        self.play.as_ref().is_none_or(|play| play.is_done() || play.is_seen)
    }

    /// Whether the answer is hidden until it is predicted.
    #[must_use]
    pub fn hides_answer(&self) -> bool {
        self.prediction.is_some_and(|prediction| !prediction.is_revealed)
    }
}

/// Documents into which something was typed that is not saved.
pub type Unsaved = Rc<BTreeSet<DocumentRef>>;

/// What the left zone shows while a lesson is open.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum LeftZone {
    /// The promises.
    #[default]
    Goal,
    /// The tree.
    World,
}

/// A line that was typed in the terminal, and what came of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ConsoleEntry {
    /// As typed.
    pub line: String,
    /// What was answered.
    pub output: String,
    /// Whether it failed.
    pub is_error: bool,
}

/// How large letters are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Letters {
    /// As the browser has them.
    #[default]
    Usual,
    /// Larger, as for a projector.
    Large,
}

/// An answer that is hidden until somebody has said what it will be.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Prediction {
    /// Which of the three answers was predicted.
    pub made: Option<usize>,
    /// Whether the answer is shown.
    pub is_revealed: bool,
}
