//! Credentials of every kind with what is known of their life: what they are, who made them, what became of them.
//!
//! Nothing is kept of it: it is read off the world and off the steps that used them.

use super::record::key_of;
use crate::app::store::AppState;
use iam_sandbox::api::{Answer, Cause, Credentials, Event, KeyInUse, KeyKind, Outcome, Step, revoked_before};
use iam_sandbox::clock::Timestamp;
use iam_sandbox::world::{AccessKeyStatus, Instance, KeyOwner, Session, SessionOrigin, World};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What kind of credentials a lane shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    RootKey,
    UserKey,
    /// Signed in to.
    Console,
    /// A role that was switched to in the console.
    SwitchedRole,
    /// By `GetSessionToken`.
    Token,
    Role,
    Federated,
    AssumedRoot,
    Instance,
    Function,
}

/// What became of a long-term key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Fate {
    /// Switched off; since when, if that was seen.
    Inactive(Option<Timestamp>),
    /// Gone since then.
    Deleted(Timestamp),
}

/// Credentials in the wallet.
#[derive(Clone, Debug)]
pub(super) struct Credential {
    /// What the sandbox tells of them.
    pub key: KeyInUse,
    /// What kind they are.
    pub kind: Kind,
    /// How many sessions deep they are.
    pub depth: usize,
    /// What became of a long-term key that no longer holds.
    pub fate: Option<Fate>,
    /// The role denies everything to sessions that were issued before; theirs was.
    pub revoked: Option<Timestamp>,
    /// The instance or function that holds them.
    pub holder: Option<Box<str>>,
    /// Whether they took the place of earlier ones of the same holder.
    pub is_renewal: bool,
    /// The applications that sign with them.
    pub programs: Vec<Box<str>>,
    /// Whether one of those goes on signing with them, however long ago they ended.
    pub is_in_use: bool,
}

impl Credential {
    fn new(key: KeyInUse, kind: Kind) -> Self {
        let (programs, is_renewal, is_in_use) = (Vec::new(), false, false);
        Self { key, kind, depth: 0, fate: None, revoked: None, holder: None, is_renewal, programs, is_in_use }
    }
}

/// All credentials: each long-term key with the sessions that came of it, what services handed to the same holder
/// together, and long-term keys that are gone and were used.
pub(super) fn families(state: &AppState) -> Vec<Vec<Credential>> {
    let world = state.sandbox.world();
    let mut depths: BTreeMap<Box<str>, usize> = BTreeMap::new();
    let mut families: Vec<Vec<Credential>> = Vec::new();
    for key in state.sandbox.keys() {
        let depth = key.parent.as_ref().and_then(|parent| depths.get(parent)).map_or(0, |depth| depth + 1);
        depths.insert(key.access_key_id.clone(), depth);
        let mut one = credential(state, world, key, depth);
        let same = |family: &Vec<Credential>| {
            one.holder.is_some() && family.first().is_some_and(|first| first.holder == one.holder)
        };
        let at = families.iter().position(same).or_else(|| families.len().checked_sub(1).filter(|_| depth > 0));
        match at.and_then(|at| families.get_mut(at)) {
            Some(family) => {
                one.is_renewal = depth == 0;
                family.push(one);
            }
            None => families.push(vec![one]),
        }
    }
    families.extend(deleted(state).into_iter().map(|one| vec![one]));
    let signed = programs_by_key(state.sandbox.steps());
    for one in families.iter_mut().flatten() {
        find_programs(state, &signed, one);
    }
    families
}

fn credential(state: &AppState, world: &World, key: KeyInUse, depth: usize) -> Credential {
    let session = world.session(&key.access_key_id);
    let (kind, holder) = match session {
        Some(session) => of_session(world, session, key.kind),
        None if matches!(world.key_owner(&key.access_key_id), Some(KeyOwner::Root(..))) => (Kind::RootKey, None),
        None => (Kind::UserKey, None),
    };
    let fate = (!key.is_active).then(|| Fate::Inactive(switched_off(state.sandbox.steps(), &key.access_key_id)));
    let revoked = session.and_then(|session| revoked_before(world, session));
    Credential { depth, fate, revoked, holder, ..Credential::new(key, kind) }
}

/// The applications that signed with each key.
fn programs_by_key(steps: &[Arc<Step>]) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut signed: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for step in steps {
        if let (Some(Cause::Application(name)), Some(key)) = (&step.cause, key_of(&step.event)) {
            signed.entry(key).or_default().insert(name);
        }
    }
    signed
}

/// Who signs with them: what is deployed with them or holds them, and what did so and still runs.
fn find_programs(state: &AppState, signed: &BTreeMap<&str, BTreeSet<&str>>, one: &mut Credential) {
    let (world, now) = (state.sandbox.world(), state.sandbox.now());
    let key = &one.key.access_key_id;
    for application in world.applications() {
        let has_them = application.key.as_ref().or(application.holding.as_ref()) == Some(key);
        one.is_in_use |= has_them && application.until.is_none_or(|until| until > now);
        if has_them || signed.get(&**key).is_some_and(|names| names.contains(&*application.name)) {
            one.programs.push(application.name.clone());
        }
    }
}

fn of_session(world: &World, session: &Session, kind: KeyKind) -> (Kind, Option<Box<str>>) {
    let kind = match (&session.facts.origin, kind) {
        (SessionOrigin::Service { name, resource, .. }, _) => {
            let kind = if &**name == "lambda.amazonaws.com" { Kind::Function } else { Kind::Instance };
            return (kind, Some(machine(world, resource.last_name()).into()));
        }
        (SessionOrigin::SignIn, _) => Kind::Console,
        (SessionOrigin::SwitchRole, _) => Kind::SwitchedRole,
        (SessionOrigin::Call, KeyKind::FederatedUser) => Kind::Federated,
        (SessionOrigin::Call, KeyKind::AssumedRoot) => Kind::AssumedRoot,
        (SessionOrigin::Call, KeyKind::SessionToken | KeyKind::LongTerm) => Kind::Token,
        (SessionOrigin::Call, KeyKind::Role) => Kind::Role,
    };
    (kind, None)
}

/// What people call an instance: its tag `Name`, or else its id. Functions are called by their names.
pub(super) fn machine<'a>(world: &'a World, id: &'a str) -> &'a str {
    world.instance(id).map_or(id, Instance::name)
}

/// When the world was last seen with the key still active.
fn switched_off(steps: &[Arc<Step>], key: &str) -> Option<Timestamp> {
    let was_active = |step: &&Arc<Step>| match step.world_before().key_owner(key) {
        Some(KeyOwner::User(_, _, key) | KeyOwner::Root(_, key)) => key.status == AccessKeyStatus::Active,
        _ => false,
    };
    steps.iter().rev().find(was_active).map(|step| step.at())
}

/// Long-term keys that were used and are gone.
fn deleted(state: &AppState) -> Vec<Credential> {
    let (world, steps) = (state.sandbox.world(), state.sandbox.steps());
    let used: BTreeSet<&str> = steps.iter().filter_map(|step| key_of(&step.event)).collect();
    let gone = used.into_iter().filter(|key| world.key_owner(key).is_none());
    gone.filter_map(|key| {
        let last = steps.iter().rev().find(|step| step.world_before().key_owner(key).is_some())?;
        let (account, name, key, kind) = match last.world_before().key_owner(key)? {
            KeyOwner::User(account, user, key) => (account.id, user.name.clone(), key, Kind::UserKey),
            KeyOwner::Root(account, key) => (account.id, account.id.root_arn().last_name().into(), key, Kind::RootKey),
            KeyOwner::Session(_) => return None,
        };
        let key = KeyInUse {
            access_key_id: key.id.clone(),
            kind: KeyKind::LongTerm,
            name,
            session_name: None,
            account,
            issued: key.created,
            expires: None,
            parent: None,
            is_active: false,
        };
        let fate = Some(Fate::Deleted(last.at()));
        Some(Credential { fate, ..Credential::new(key, kind) })
    })
    .collect()
}

/// The step that made the credentials, with its answer.
pub(super) fn made_by<'a>(state: &'a AppState, access_key_id: &str) -> Option<(&'a Step, &'a Answer)> {
    let makes = |answer: &Answer| match &answer.outcome {
        Outcome::Done(output) => {
            let found =
                [&output["Credentials"]["AccessKeyId"], &output["AccessKey"]["AccessKeyId"], &output["AccessKeyId"]];
            found.into_iter().any(|id| id.as_str() == Some(access_key_id))
        }
        Outcome::Allowed | Outcome::Failed(_) => false,
    };
    let steps = state.sandbox.steps().iter().map(|step| &**step);
    steps.filter_map(|step| Some((step, step.answer.as_ref()?))).find(|(_, answer)| makes(answer))
}

/// The address that an event came from; services have none.
pub(super) fn source_ip(event: &Event) -> Option<&str> {
    match event {
        Event::Call(call) => {
            let is_service = matches!(call.credentials, Credentials::Service(_));
            (!is_service).then_some(&*call.environment.source_ip)
        }
        Event::Ask(question) => Some(&question.environment.source_ip),
        Event::SignIn(asked) => Some(&asked.environment.source_ip),
        Event::Advance { .. } | Event::SetPropagationDelay { .. } | Event::Metadata { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use iam_sandbox::api::{ApiCall, Question, Sandbox, Scenario};
    use iam_sandbox::authz::Environment;
    use iam_sandbox::json::json;
    use iam_sandbox::text::Language;
    use serde_json::Value;

    fn key(sandbox: &Sandbox, name: &str) -> KeyInUse {
        sandbox.keys().find(|key| &*key.name == name).unwrap()
    }

    fn call(sandbox: &mut Sandbox, credentials: Credentials, operation: &str, input: Value) -> Value {
        let environment = Environment::default();
        let answer = sandbox.call(ApiCall { credentials, operation: operation.into(), input, environment });
        match &answer.outcome {
            Outcome::Done(output) => output.clone(),
            other => panic!("{operation}: {other:?}"),
        }
    }

    fn owner(sandbox: &Sandbox) -> Credentials {
        Credentials::Owner(key(sandbox, "alice").account)
    }

    fn assume(sandbox: &mut Sandbox) -> Box<str> {
        let alice = Credentials::Key(key(sandbox, "alice").access_key_id);
        let input = json!({ "RoleArn": "arn:aws:iam::111122223333:role/report-editor", "RoleSessionName": "ana" });
        let output = call(sandbox, alice, "sts:AssumeRole", input);
        output["Credentials"]["AccessKeyId"].as_str().unwrap().into()
    }

    fn found(sandbox: Sandbox) -> (AppState, Vec<Credential>) {
        let question = Question::new(Credentials::Anonymous, "s3:GetObject", "*");
        let state = AppState::of(sandbox, question, Language::English, None);
        let families = families(&state).into_iter().flatten().collect();
        (state, families)
    }

    #[test]
    fn a_session_of_a_role_lies_below_the_key_that_took_it_and_knows_which_call_that_was() {
        let mut sandbox = Sandbox::new(Scenario::first());
        let session = assume(&mut sandbox);
        let (state, found) = found(sandbox);
        let at = found.iter().position(|one| one.key.access_key_id == session).unwrap();
        assert_eq!((found[at].kind, found[at].depth), (Kind::Role, 1));
        assert_eq!((&*found[at - 1].key.name, found[at - 1].kind), ("alice", Kind::UserKey));
        let (step, _) = made_by(&state, &session).unwrap();
        assert_eq!(source_ip(&step.event), Some("203.0.113.9"));
    }

    #[test]
    fn credentials_that_a_program_carries_name_it_and_stay_in_use_after_their_end() {
        let mut sandbox = Sandbox::new(Scenario::first());
        let session = assume(&mut sandbox);
        let calls = json!([{ "Operation": "s3:GetObject", "Input": { "Bucket": "payroll", "Key": "may.csv" } }]);
        let input = json!({ "Name": "legacy", "AccessKeyId": session, "EverySeconds": 3_600, "Calls": calls });
        let owner = owner(&sandbox);
        call(&mut sandbox, owner, "sandbox:DeployApplication", input);
        sandbox.advance_clock(86_400);
        let (state, found) = found(sandbox);
        let one = found.iter().find(|one| one.key.access_key_id == session).unwrap();
        assert!(one.key.expires.is_some_and(|expires| expires < state.sandbox.now()));
        assert_eq!((one.programs.as_slice(), one.is_in_use), (["legacy".into()].as_slice(), true));
        assert!(found.iter().filter(|other| other.key.access_key_id != session).all(|other| !other.is_in_use));
    }

    #[test]
    fn only_sessions_from_before_the_button_are_revoked() {
        let mut sandbox = Sandbox::new(Scenario::first());
        let before = assume(&mut sandbox);
        let now = sandbox.now();
        let revoke = ApiCall::revoke_sessions(owner(&sandbox), "report-editor", now);
        sandbox.call(revoke);
        let after = assume(&mut sandbox);
        let (_, found) = found(sandbox);
        let revoked = |key: &str| found.iter().find(|one| &*one.key.access_key_id == key).unwrap().revoked;
        assert_eq!(revoked(&before), Some(now));
        assert_eq!(revoked(&after), None);
    }

    #[test]
    fn keys_that_were_switched_off_or_deleted_say_since_when() {
        let mut sandbox = Sandbox::new(Scenario::first());
        let (alice, bob) = (key(&sandbox, "alice").access_key_id, key(&sandbox, "bob").access_key_id);
        sandbox.ask(Question::new(Credentials::Key(bob.clone()), "s3:ListBucket", "arn:aws:s3:::payroll"));
        let owner = owner(&sandbox);
        let off = sandbox.now();
        let input = json!({ "UserName": "alice", "AccessKeyId": alice, "Status": "Inactive" });
        call(&mut sandbox, owner.clone(), "iam:UpdateAccessKey", input);
        let gone = sandbox.now();
        call(&mut sandbox, owner, "iam:DeleteAccessKey", json!({ "UserName": "bob", "AccessKeyId": bob }));
        let (_, found) = found(sandbox);
        let fate = |key: &str| found.iter().find(|one| &*one.key.access_key_id == key).unwrap().fate;
        assert_eq!(fate(&alice), Some(Fate::Inactive(Some(off))));
        assert_eq!(fate(&bob), Some(Fate::Deleted(gone)));
    }
}
