//! Who did something, as a row says it, and under which names it is looked for.

use super::record::key_of;
use super::wallet::machine;
use crate::app::accounts::account_name;
use crate::app::store::AppState;
use crate::app::strings::{TimeStrings, strings};
use iam_sandbox::api::{Cause, Credentials, Event, SignInName, Step};
use iam_sandbox::world::{KeyOwner, Session, SessionOrigin, World};

/// Who did something.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Actor {
    /// The user, the role of the session, the application, the instance.
    pub name: String,
    /// What is said beside: who took the session, where the owner is free.
    pub note: String,
    /// Other names: access key, ARN.
    pub also: Vec<String>,
}

impl Actor {
    fn named(name: impl Into<String>, note: impl Into<String>) -> Self {
        Self { name: name.into(), note: note.into(), also: Vec::new() }
    }
}

/// Who did that step; nobody moves the clock.
pub(super) fn actor(state: &AppState, step: &Step) -> Actor {
    let labels = &strings(state.language).time;
    let mut actor = match &step.event {
        Event::Call(call) => with(state, step, &call.credentials),
        Event::Ask(question) => with(state, step, &question.credentials),
        Event::SignIn(asked) => match &asked.name {
            SignInName::User { user, .. } => Actor::named(&**user, ""),
            SignInName::Root { email } => Actor::named("root", &**email),
        },
        Event::Metadata { instance, .. } => {
            let name = machine(state.sandbox.world(), instance);
            Actor { also: vec![instance.to_string()], ..Actor::named(name, "") }
        }
        Event::Advance { .. } | Event::SetPropagationDelay { .. } => Actor::named(labels.clock, ""),
    };
    if let Some(Cause::Application(name)) = &step.cause {
        let behind = std::mem::replace(&mut actor.name, name.to_string());
        let note = std::mem::replace(&mut actor.note, (labels.of)(&behind));
        actor.also.extend([behind, note]);
    }
    actor
}

fn with(state: &AppState, step: &Step, credentials: &Credentials) -> Actor {
    let all = strings(state.language);
    match credentials {
        Credentials::Owner(account) => {
            let name = state.sandbox.world().account(*account);
            let name = name.map_or_else(|| account.to_string(), |account| account.name.to_string());
            Actor::named(all.time.owner, name)
        }
        Credentials::Root(account) => Actor::named("root", account_name(state.sandbox.world(), *account)),
        Credentials::Service(service) => Actor::named(&*service.name, ""),
        Credentials::Provider(token) => Actor::named(&*token.provider, ""),
        Credentials::Anonymous => Actor::named(all.ask.anyone, ""),
        Credentials::Key(_) | Credentials::Signed(_) => {
            let key = key_of(&step.event).unwrap_or_default();
            with_key(step.world_before(), key, &all.time)
        }
    }
}

fn with_key(world: &World, key: &str, labels: &TimeStrings) -> Actor {
    let mut actor = match world.key_owner(key) {
        Some(KeyOwner::User(_, user, _)) => Actor { also: vec![user.arn.to_string()], ..Actor::named(&*user.name, "") },
        Some(KeyOwner::Root(account, _)) => Actor::named(account.id.root_arn().last_name(), ""),
        Some(KeyOwner::Session(session)) => {
            let also = vec![session.arn().to_string()];
            Actor { also, ..Actor::named(session.behind().last_name(), note(world, session, labels)) }
        }
        None => Actor::named(key, ""),
    };
    actor.also.push(key.to_owned());
    actor
}

fn note(world: &World, session: &Session, labels: &TimeStrings) -> String {
    match (&session.facts.origin, session.name()) {
        (SessionOrigin::Service { resource, .. }, _) => (labels.of)(machine(world, resource.last_name())),
        (SessionOrigin::SignIn, _) => labels.console.to_owned(),
        (_, name) => name.map(labels.of).unwrap_or_default(),
    }
}
