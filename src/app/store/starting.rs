//! The worlds that one may begin with.

use iam_sandbox::api::Scenario;

/// A world that the page can begin with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StartingWorld {
    /// That of the first screen, two accounts.
    First,
    /// An organization of three accounts.
    Organization,
}

impl StartingWorld {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::First, Self::Organization];

    /// The scenario that builds it.
    #[must_use]
    pub fn scenario(self) -> Scenario {
        match self {
            Self::First => Scenario::first(),
            Self::Organization => Scenario::organization(),
        }
    }
}
