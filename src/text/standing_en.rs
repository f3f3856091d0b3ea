//! English: how a promise of a lesson stands.

use crate::lessons::{Evidence, Status};

pub(super) fn goal_status(status: &Status) -> Option<String> {
    match status {
        Status::Met | Status::NotMet(Evidence::Found(_) | Evidence::Answered(_)) => None,
        Status::NotYet(missing) => Some(super::goals_en::missing(missing)),
        Status::NotMet(Evidence::Decided(decided)) if decided.is_only_reason => {
            Some("The answer is right; it is decided for another reason.".to_owned())
        }
        Status::NotMet(Evidence::Decided(decided)) if decided.answer.is_allowed() => {
            Some("This is allowed now.".to_owned())
        }
        Status::NotMet(Evidence::Decided(_)) => Some("This is denied now.".to_owned()),
        Status::NotMet(Evidence::Seen { n_seen: 0, .. }) => Some("Not seen yet.".to_owned()),
        Status::NotMet(Evidence::Seen { n_seen, .. }) => Some(format!("Seen so far: the first {n_seen}.")),
        Status::NotMet(Evidence::Happened(_)) => Some("It happened. Undo takes it back.".to_owned()),
        Status::NotMet(Evidence::Changed(thing)) => Some(format!("{thing} is not as it was. Undo takes it back.")),
        Status::NotMet(Evidence::Right(n)) => Some(format!("Right so far: {n}.")),
    }
}
