//! The two sides of a request across accounts, and the gate before them, in Spanish.

use super::facts::SideEnd;
use crate::eval::{Side, StationOutcome};

pub(super) fn side(side: Side) -> &'static str {
    match side {
        Side::Caller => "Quien llama",
        Side::Resource => "Recurso",
        Side::Both => "Ambas",
    }
}

pub(super) fn side_end(end: SideEnd) -> &'static str {
    match end {
        SideEnd::Yes => "dice que sí",
        SideEnd::No => "no dice que sí",
        SideEnd::NotKnown => "no se sabe",
        SideEnd::NotAsked => "no se le pregunta",
    }
}

pub(super) fn both_must() -> &'static str {
    "las dos tienen que decir que sí"
}

pub(super) fn gate_title() -> &'static str {
    "VPC endpoint"
}

pub(super) fn gate_purpose() -> &'static str {
    "La llamada pasa por un VPC endpoint, cuya política limita lo que pasa. Nunca concede."
}

pub(super) fn gate_detail(outcome: StationOutcome) -> &'static str {
    match outcome {
        StationOutcome::Stopped => "su política no deja pasar la llamada",
        StationOutcome::NotModelled => "su política no se conoce aquí",
        StationOutcome::NotReached => "no se llega hasta aquí",
        StationOutcome::NotApplicable(_) => "no se le pregunta",
        StationOutcome::Passed | StationOutcome::Granted => "su política deja pasar la llamada",
    }
}
