//! Spanish: how a promise of a lesson stands.

use crate::lessons::{Evidence, Status};

pub(super) fn goal_status(status: &Status) -> Option<String> {
    match status {
        Status::Met | Status::NotMet(Evidence::Found(_) | Evidence::Answered(_)) => None,
        Status::NotYet(missing) => Some(super::goals_es::missing(missing)),
        Status::NotMet(Evidence::Decided(decided)) if decided.is_only_reason => {
            Some("La respuesta es la buena; el motivo es otro.".to_owned())
        }
        Status::NotMet(Evidence::Decided(decided)) if decided.answer.is_allowed() => {
            Some("Ahora está permitido.".to_owned())
        }
        Status::NotMet(Evidence::Decided(_)) => Some("Ahora está denegado.".to_owned()),
        Status::NotMet(Evidence::Seen { n_seen: 0, .. }) => Some("Aún no se ha visto.".to_owned()),
        Status::NotMet(Evidence::Seen { n_seen: 1, .. }) => Some("Visto hasta ahora: lo primero.".to_owned()),
        Status::NotMet(Evidence::Seen { n_seen, .. }) => Some(format!("Visto hasta ahora: los {n_seen} primeros.")),
        Status::NotMet(Evidence::Happened(_)) => Some("Ha ocurrido. Deshacer lo quita.".to_owned()),
        Status::NotMet(Evidence::Changed(thing)) => Some(format!("{thing} ya no es como era. Deshacer lo devuelve.")),
        Status::NotMet(Evidence::Right(n)) => Some(format!("Aciertos hasta ahora: {n}.")),
    }
}
