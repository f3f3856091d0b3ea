//! What happens by itself as time goes on, and in which order: nothing moves unless the clock is moved.
//!
//! Nothing is kept of what was due: it follows from the world alone when each thing is due next, so that a history of
//! what was told is all that replaying needs.

use super::credentials::{Credentials, ServiceCredentials};
use super::door::ApiCall;
use crate::authz::Environment;
use crate::clock::Timestamp;
use crate::world::{Instance, World};
use serde_json::json;

/// EC2 has new credentials for an instance so long before the old ones end; AWS says only that it is five minutes at
/// the least (rule G-4), and the sandbox chooses more, since clients ask again a quarter of an hour before the end.
const RENEWED_BEFORE: i64 = 1_200;

/// How long EC2 waits before it tries again to assume a role that does not let it; AWS gives no number.
const RETRY: i64 = 300;

/// When something is due. What is due at the same moment has an order, too.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Moment {
    pub at: Timestamp,
    /// Services come before those who use what they make.
    what: What,
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum What {
    /// EC2 gets credentials for an instance.
    Credentials(Box<str>),
    /// After all that is due.
    Nothing,
}

impl Moment {
    /// After all that was due at that time.
    pub(super) fn end_of(at: Timestamp) -> Self {
        Self { at, what: What::Nothing }
    }

    /// The call that is due.
    pub(super) fn call(&self, world: &World) -> Option<ApiCall> {
        match &self.what {
            What::Credentials(id) => credentials(world, world.instance(id)?),
            What::Nothing => None,
        }
    }
}

/// What is due next after that moment.
pub(super) fn next(world: &World, after: &Moment) -> Option<Moment> {
    let renewals = world.instances().filter_map(|instance| {
        let what = What::Credentials(instance.id.clone());
        let (first, every) = renewal(world, instance)?;
        Some(Moment { at: occurrence(first, every, after, &what), what })
    });
    renewals.min()
}

/// The calls that have been made before anything else happens in a new world.
pub(super) fn at_the_start(world: &World) -> impl Iterator<Item = ApiCall> {
    let lacking = world.instances().filter(|instance| instance.is_running() && instance.credentials.is_none());
    lacking.filter_map(|instance| credentials(world, instance))
}

/// The first time in `first`, `first + every`, … that comes after the moment.
fn occurrence(first: Timestamp, every: i64, after: &Moment, what: &What) -> Timestamp {
    // What comes after the moment in the same second is not over yet.
    let is_over = *what <= after.what;
    let from = after.at.epoch_seconds() + i64::from(is_over);
    let every = every.max(1);
    let n_before = ((from - first.epoch_seconds()).max(0) + every - 1) / every;
    first.plus_seconds(n_before * every)
}

/// When EC2 gets credentials for an instance, and how often it tries: once there is a profile with a role, and in good
/// time before those it has end.
fn renewal(world: &World, instance: &Instance) -> Option<(Timestamp, i64)> {
    let association = instance.association.as_ref().filter(|_| instance.is_running())?;
    world.role_on(association)?;
    let session = instance.credentials.as_ref().and_then(|held| world.session(&held.access_key_id));
    let first = match session {
        Some(session) => session.expires.plus_seconds(-RENEWED_BEFORE),
        None => instance.wants_credentials_since()?.plus_seconds(1),
    };
    Some((first, RETRY))
}

/// EC2 assumes the role of an instance; the session has the name of the instance (rule G-3).
fn credentials(world: &World, instance: &Instance) -> Option<ApiCall> {
    let role = world.role_on(instance.association.as_ref()?)?;
    let ec2 = ServiceCredentials { name: "ec2.amazonaws.com".into(), ..ServiceCredentials::default() };
    Some(ApiCall {
        credentials: Credentials::Service(ec2),
        operation: "sts:AssumeRole".into(),
        input: json!({ "RoleArn": role.arn, "RoleSessionName": instance.id }),
        environment: Environment::default(),
    })
}
