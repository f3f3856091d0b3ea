//! Which rules decide: those that a trace may name at a station or at the gate.
//!
//! The others say what the rest of a decision rests on, the grammar, conditions, messages. The
//! corpus holds this list: every rule here is named by the trace of one of its requests, and no
//! trace there names another.

use super::Rule;

impl Rule {
    /// Whether a trace may name the rule at a station or at the gate.
    #[must_use]
    pub const fn decides(self) -> bool {
        matches!(
            self,
            Self::C2
                | Self::C8
                | Self::C13
                | Self::C14
                | Self::C17
                | Self::C20
                | Self::C21
                | Self::C22
                | Self::C25
                | Self::C26
                | Self::C29
                | Self::C30
                | Self::C37
                | Self::C40
                | Self::C43
                | Self::C44
                | Self::C45
                | Self::C48
                | Self::C50
                | Self::C52
                | Self::C53
                | Self::C59
                | Self::C64
        )
    }
}
