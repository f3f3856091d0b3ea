//! What a class needs beside the lesson itself: room for it, large letters, answers that are hidden, a terminal.

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
