//! `saw … without …`: what happened in order, with nothing of a kind between.
//!
//! Whether something happened at all is asked of the history.

use super::attempt::Attempt;
use super::goal::Pattern;
use super::history::happened;
use super::status::{Evidence, Status};

/// These happened in order, and between the first and the last of them nothing like `without`.
pub(super) fn saw_without(patterns: &[Pattern], without: &Pattern, attempt: &Attempt) -> Status {
    let n_steps = attempt.steps().len();
    let mut furthest = (0, None);
    for first in 0..n_steps {
        let (mut n_seen, mut last) = (0, None);
        for index in first..n_steps {
            let is_next = patterns.get(n_seen).is_some_and(|pattern| happened(pattern, index, attempt));
            if is_next {
                (n_seen, last) = (n_seen + 1, Some(index));
            } else if index == first || happened(without, index, attempt) {
                break;
            }
            if n_seen == patterns.len() {
                return Status::Met;
            }
        }
        if n_seen > furthest.0 {
            furthest = (n_seen, last);
        }
    }
    Status::NotMet(Evidence::Seen { n_seen: furthest.0, of: patterns.len(), last: furthest.1 })
}
