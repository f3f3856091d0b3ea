//! Right, partly right, wrong: in a word, a shape and a colour.

use crate::app::strings::PracticeStrings;
use iam_sandbox::practice::FULL;
use yew::prelude::*;

/// How an answer was.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mark {
    /// Wholly right.
    Right,
    /// In part.
    Partly,
    /// Not at all.
    Wrong,
}

impl Mark {
    /// What points mean.
    pub fn of(points: u32) -> Self {
        match points {
            0 => Self::Wrong,
            FULL.. => Self::Right,
            _ => Self::Partly,
        }
    }

    /// The word.
    pub fn word(self, labels: &PracticeStrings) -> &'static str {
        match self {
            Self::Right => labels.right,
            Self::Partly => labels.partly,
            Self::Wrong => labels.wrong,
        }
    }

    /// The name of its colour.
    pub fn tone(self) -> &'static str {
        match self {
            Self::Right => "allow",
            Self::Partly => "implicit",
            Self::Wrong => "explicit",
        }
    }

    /// Shape and colour.
    pub fn lamp(self) -> Html {
        html! { <span class="lamp" data-tone={self.tone()} aria-hidden="true"></span> }
    }
}
