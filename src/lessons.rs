//! Lessons: what is to be reached, whether it is, and what helps.
//!
//! A lesson is data. Its goals are lines of a closed language ([`goal`]), most of them requests with the answers
//! that they must get, so that any world that gives these answers is right, whatever its policies look like.
//! [`status`] holds a line against an [`Attempt`].
//!
//! **Invariants:** nothing here changes a sandbox that it was given; questions about what might be are asked in forks.
//! No sentences stand here: those of a lesson are in its files, those about lessons in the layer of text.

mod access;
mod account;
mod attempt;
mod bundle;
mod cause;
mod check;
mod circumstances;
mod documents;
mod field;
pub mod goal;
mod hint;
mod history;
mod kept;
mod lesson;
mod near;
#[cfg(feature = "pack")]
pub mod pack;
mod progress;
mod prose;
pub mod reference;
mod request;
mod resolve;
mod state;
mod status;
mod without;

pub use attempt::Attempt;
pub use bundle::{BUNDLE_FORMAT, Bundle, BundleError, LONGEST_NAME};
pub use check::{LessonProblem, ProseOf, ScriptOf, Scripts};
pub use hint::{Hint, hint, of_goal as hint_of_goal};
pub use lesson::{HintSet, Lesson, LessonGoal, Phase, Pick, Translations, Unit, When, WrongScript, event_of};
pub use near::{NearMiss, near_misses};
pub use progress::{LessonProgress, PROGRESS_FORMAT, Progress, ProgressError, Stage};
pub use prose::{Block, FactCard, Inline, Labelled, Prose, plain};
pub use request::request;
pub use state::Found;
pub use status::{Decided, Evidence, Missing, Status, status};
