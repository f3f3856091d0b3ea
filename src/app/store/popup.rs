//! What stands over the page for a while: popovers and messages.

use crate::app::components::rule_code::RulePlace;
use iam_sandbox::clock::Timestamp;

/// A form in which somebody is put together who signs with nothing that the page holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CallerForm {
    /// A service in its own name.
    Service,
    /// Somebody with a token of a provider.
    Token,
}

/// A popover; one is open at a time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Popup {
    /// Who asks.
    Who,
    /// A caller without a key.
    Caller(CallerForm),
    /// What is asked for.
    Action,
    /// On what.
    Resource,
    /// Under which circumstances.
    Context,
    /// The link.
    Share,
    /// Accounts from files and to files.
    Import,
    /// The rule whose code stands at a place.
    Rule(RulePlace),
    /// The keys.
    Help,
    /// Language, theme and the rest, on a phone.
    Menu,
    /// A form in the world, by a key of the panel's own.
    World(String),
}

/// What kind of message.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(not(feature = "app"), allow(dead_code, reason = "some messages arise in a browser only"))]
pub enum NoticeKind {
    /// AWS refused a call; its code and sentence, and the event whose trace tells why.
    Refused {
        /// For example `AccessDenied`.
        code: String,
        /// AWS's sentence.
        message: String,
        /// Position of the event, where a trace exists.
        event: Option<usize>,
    },
    /// A link was opened over a world of the learner's own, which is kept here until it is closed.
    LinkOpened(String),
    /// An account was imported in place of a world, which is kept here until the message is closed.
    Imported(String),
    /// A link could not be read; the data is kept.
    BrokenLink(String),
    /// A save could not be read; the data is kept.
    BrokenSave(String),
    /// The browser does not keep data.
    NoStorage,
    /// In this lesson one only asks.
    OnlyAsking,
    /// The clock cannot go back to the time on the wall.
    WallBehind {
        /// What time it is there.
        wall: Timestamp,
        /// What time it is here.
        sandbox: Timestamp,
    },
    /// Too much was due on the way to the time on the wall.
    WallAhead,
    /// The link is on the clipboard.
    Copied,
    /// A file could not be opened.
    BrokenFile(String),
}

/// A message that stands until it is taken away.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notice {
    /// What it says.
    pub kind: NoticeKind,
}
