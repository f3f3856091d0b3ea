//! What happens next by itself, if the clock is moved: a session ends, a change is seen, or something is due.
//!
//! Nobody does any of it; what people will do is not foreseen.

use super::Sandbox;
use super::due::{self, Moment};
use crate::arn::Arn;
use crate::clock::Timestamp;

/// Something that will happen by itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Upcoming {
    /// When.
    pub at: Timestamp,
    /// What.
    pub kind: UpcomingKind,
}

/// What will happen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum UpcomingKind {
    /// A session ends, by the id of its access key.
    SessionEnds(Box<str>),
    /// Authorization sees changes that are on their way.
    ChangesSeen,
    /// EC2 gets credentials for an instance, by its id.
    Credentials(Box<str>),
    /// Lambda gets credentials for a function that was invoked.
    Execution(Arn),
    /// A service delivers a message or tells of an event.
    Delivery,
    /// An application runs, by its name.
    Application(Box<str>),
}

impl Sandbox {
    /// What happens next by itself; of what happens in the same second, the first.
    #[must_use]
    pub fn upcoming(&self) -> Option<Upcoming> {
        let now = self.now();
        let ends = self.world.sessions().filter(|session| session.expires > now);
        let ends = ends.map(|session| (session.expires, UpcomingKind::SessionEnds(session.access_key_id.clone())));
        let seen = self.in_flight().into_iter().map(|change| (change.visible, UpcomingKind::ChangesSeen));
        let due = due::next(&self.world, &Moment::end_of(now));
        let due = due.and_then(|moment| Some((moment.at, moment.kind()?)));
        let (at, kind) = ends.chain(seen.filter(|(at, _)| *at > now)).chain(due).min_by_key(|(at, _)| *at)?;
        Some(Upcoming { at, kind })
    }

    /// The next moment at which something happens by itself.
    #[must_use]
    pub fn next_event(&self) -> Option<Timestamp> {
        Some(self.upcoming()?.at)
    }
}
