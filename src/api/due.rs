//! What happens by itself as time goes on, and in which order: nothing moves unless the clock is moved.
//!
//! Nothing is kept of what was due: it follows from the world alone when each thing is due next, so that a history of
//! what was told is all that replaying needs.

use super::credentials::{Credentials, ServiceCredentials};
use super::door::ApiCall;
use super::upcoming::UpcomingKind;
use crate::arn::Arn;
use crate::authz::Environment;
use crate::clock::Timestamp;
use crate::json::json;
use crate::world::{Delivery, Function, Instance, World};

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
    /// Lambda gets credentials for a function that was invoked.
    Execution(Arn),
    /// A service delivers something, by the number of the delivery.
    Delivery(u64),
    /// An application runs.
    Application(Box<str>),
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
            What::Execution(arn) => execution(world, world.function(arn)?),
            What::Delivery(number) => world.deliveries().find(|one| one.number == *number).map(delivery),
            What::Application(_) | What::Nothing => None,
        }
    }

    /// The number of the delivery that is made then.
    pub(super) fn delivery(&self) -> Option<u64> {
        match self.what {
            What::Delivery(number) => Some(number),
            _ => None,
        }
    }

    /// What will happen then; nothing does after all that was due.
    pub(super) fn kind(self) -> Option<UpcomingKind> {
        Some(match self.what {
            What::Credentials(instance) => UpcomingKind::Credentials(instance),
            What::Execution(function) => UpcomingKind::Execution(function),
            What::Delivery(_) => UpcomingKind::Delivery,
            What::Application(name) => UpcomingKind::Application(name),
            What::Nothing => return None,
        })
    }

    /// The application that runs then.
    pub(super) fn application(&self) -> Option<&str> {
        match &self.what {
            What::Application(name) => Some(name),
            _ => None,
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
    let invoked = world.functions().filter_map(|function| {
        let at = function.invoked?.plus_seconds(1);
        let moment = Moment { at, what: What::Execution(function.arn.clone()) };
        (moment > *after && lacks_session(world, function, at)).then_some(moment)
    });
    let runs = world.applications().filter_map(|application| {
        let what = What::Application(application.name.clone());
        let at = occurrence(application.from, i64::from(application.every), after, &what);
        application.until.is_none_or(|until| at <= until).then_some(Moment { at, what })
    });
    let deliveries = world.deliveries().map(|one| Moment { at: one.at, what: What::Delivery(one.number) });
    renewals.chain(invoked).chain(deliveries).chain(runs).min()
}

/// Whether a function has no session, or one that is about to end.
pub(super) fn lacks_session(world: &World, function: &Function, now: Timestamp) -> bool {
    let session = function.session.as_deref().and_then(|key| world.session(key));
    session.is_none_or(|session| session.expires <= now.plus_seconds(RENEWED_BEFORE))
}

/// Lambda assumes the role of a function; the session has the name of the function (rule F-21).
pub(super) fn execution(world: &World, function: &Function) -> Option<ApiCall> {
    Some(assume("lambda.amazonaws.com", &world.role(&function.role)?.arn, &function.name))
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

/// A service calls in its own name, and says for which resource (rule C-56).
fn delivery(due: &Delivery) -> ApiCall {
    let service = ServiceCredentials {
        name: due.service.clone(),
        source_arn: Some(due.source.clone()),
        source_account: Some(due.account),
    };
    ApiCall {
        credentials: Credentials::Service(service),
        operation: due.operation.clone(),
        input: due.input.clone(),
        environment: Environment::default(),
    }
}

/// EC2 assumes the role of an instance; the session has the name of the instance (rule G-3).
fn credentials(world: &World, instance: &Instance) -> Option<ApiCall> {
    let role = world.role_on(instance.association.as_ref()?)?;
    Some(assume("ec2.amazonaws.com", &role.arn, &instance.id))
}

fn assume(service: &str, role: &Arn, session: &str) -> ApiCall {
    let service = ServiceCredentials { name: service.into(), ..ServiceCredentials::default() };
    ApiCall {
        credentials: Credentials::Service(service),
        operation: "sts:AssumeRole".into(),
        input: json!({ "RoleArn": role, "RoleSessionName": session }),
        environment: Environment::default(),
    }
}
