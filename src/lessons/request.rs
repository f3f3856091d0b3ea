//! The request that a line speaks of, so that it can be looked at, whether the line holds or not.

use super::access;
use super::attempt::Attempt;
use super::goal::{Access, Goal, Pattern};
use super::history;
use super::status::{Decided, Status, status};

/// The request of a line with its answer, at the time of which the line speaks. Of a line about what happened it is
/// the next that has not been seen, or the last if all were. None where the line speaks of no single request, or of
/// somebody or something that is not there yet.
#[must_use]
pub fn request(goal: &Goal, attempt: &Attempt) -> Option<Decided> {
    match goal {
        Goal::Can(access) | Goal::Cannot(access) => access::decided(access, attempt),
        Goal::Every(lines) => {
            let unmet = lines.iter().find(|line| status(line, attempt) != Status::Met);
            request(unmet.or(lines.first())?, attempt)
        }
        Goal::Saw(patterns) => {
            let next = patterns.get(history::seen(patterns, attempt).0).or(patterns.last())?;
            access::decided(&access_of(next)?, attempt)
        }
        Goal::SawWithout(..)
        | Goal::Never(_)
        | Goal::State(_)
        | Goal::Keep(_)
        | Goal::Budget { .. }
        | Goal::Answer { .. } => None,
    }
}

fn access_of(pattern: &Pattern) -> Option<Access> {
    let (who, action, resource, facts) = match pattern {
        Pattern::Decided { who, action, resource, facts, .. } => (who, action, resource.as_ref()?, facts.clone()),
        Pattern::Recorded { who, action, resource } => (who, action, resource.as_ref()?, Vec::new()),
        Pattern::NotAuthenticated { who, action, resource, .. } => {
            (who, action.as_ref()?, resource.as_ref()?, Vec::new())
        }
        Pattern::Failed { .. } | Pattern::Done { .. } | Pattern::SignIn { .. } | Pattern::Changed(_) => return None,
    };
    Some(Access {
        who: who.clone(),
        action: action.clone(),
        resource: resource.clone(),
        facts,
        at: None,
        because: None,
    })
}
