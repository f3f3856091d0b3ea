//! Which rules decide: those that a trace names at a station, at the gate, or beside an element of a
//! statement.
//!
//! The others say what the rest of a decision rests on: the grammar, finer points of conditions,
//! messages. The corpus holds this list: every rule here is named by the trace of one of its requests,
//! and no trace there names another.

use super::Rule;

impl Rule {
    /// Whether a trace may name the rule.
    #[must_use]
    pub const fn decides(self) -> bool {
        matches!(
            self,
            Self::A12
                | Self::A13
                | Self::A18
                | Self::A28
                | Self::A31
                | Self::A35
                | Self::A42
                | Self::A62
                | Self::A67
                | Self::A78
                | Self::B9
                | Self::B12
                | Self::B13
                | Self::B14
                | Self::B15
                | Self::B16
                | Self::B17
                | Self::B18
                | Self::B19
                | Self::B20
                | Self::B21
                | Self::B40
                | Self::B41
                | Self::C2
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
                | Self::C33
                | Self::C35
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
                | Self::C61
                | Self::C64
                | Self::F25
        )
    }
}
