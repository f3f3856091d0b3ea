//! The two sides of a request across accounts, and the gate before them, in English.

use super::facts::SideEnd;
use crate::eval::{Side, StationOutcome};

pub(super) fn side(side: Side) -> &'static str {
    match side {
        Side::Caller => "Caller",
        Side::Resource => "Resource",
        Side::Both => "Both",
    }
}

pub(super) fn side_end(end: SideEnd) -> &'static str {
    match end {
        SideEnd::Yes => "says yes",
        SideEnd::No => "does not say yes",
        SideEnd::NotKnown => "cannot say",
        SideEnd::NotAsked => "was not asked",
    }
}

pub(super) fn both_must() -> &'static str {
    "both must say yes"
}

pub(super) fn gate_title() -> &'static str {
    "VPC endpoint"
}

pub(super) fn gate_purpose() -> &'static str {
    "The call goes through a VPC endpoint, whose policy limits what passes. It never grants."
}

pub(super) fn gate_detail(outcome: StationOutcome) -> &'static str {
    match outcome {
        StationOutcome::Stopped => "its policy does not let the call through",
        StationOutcome::NotModelled => "its policy is not known here",
        StationOutcome::NotReached => "not reached",
        StationOutcome::NotApplicable(_) => "not asked",
        StationOutcome::Passed | StationOutcome::Granted => "its policy lets the call through",
    }
}
