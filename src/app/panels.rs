//! The zones of the page. Panels read the snapshot; the components below them take props.

mod ask;
mod dock;
mod evidence;
mod lesson;
mod lessons;
mod mfa_code;
mod notices;
mod practice;
mod reference;
mod rules;
mod sign_in;
mod time;
mod topbar;
mod trace;
mod walk;
mod why;
mod world;

pub use ask::AskPanel;
pub use dock::Dock;
pub use evidence::EvidencePanel;
pub use lesson::{GoalPanel, LessonBar};
pub use lessons::LessonList;
pub use notices::Notices;
pub use practice::{PracticeSheet, practice_key};

pub use reference::Reference;
pub use rules::RuleSheet;
pub use time::TimePanel;
pub use topbar::Topbar;
pub use why::WhyPanel;
pub use world::WorldPanel;
