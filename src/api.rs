//! The front door: [`Sandbox::call`] authenticates, authorises, executes and records.
//!
//! Buttons, lessons and files all come in here, whoever they act for; nothing else changes a world.
//! A [`Sandbox`] is a value: clone it to try something out, throw the clone away, or keep it.
//!
//! ```
//! use iam_sandbox::api::{Credentials, Question, Sandbox, Scenario};
//! let sandbox = Sandbox::new(Scenario::first());
//! let alice = sandbox.keys().find(|key| &*key.name == "alice").unwrap();
//! let question = Question::new(Credentials::Key(alice.access_key_id), "s3:GetObject", "arn:aws:s3:::payroll/may.csv");
//! assert!(!sandbox.preview(&question).is_allowed());
//! ```

mod accepted;
mod audit;
mod authenticate;
mod claims;
mod credentials;
mod denied;
mod door;
mod due;
mod encoded;
mod federated;
mod history;
mod propagation;
mod record;
mod revoke;
mod run;
mod save;
mod scenario;
mod sign_in;
mod switch_role;
mod upcoming;

pub use crate::services::{MetadataRequest, MetadataResponse, queue_url};
pub use audit::{Audit, TrailQuery, origin};
pub use authenticate::AuthenticationFailure;
pub use claims::{Claim, claims_of_assertion, claims_of_token};
pub use credentials::{Credentials, ProviderCredentials, ServiceCredentials, SignedCredentials};
pub use denied::access_denied;
pub use door::{ApiCall, Question};
pub use federated::TokenFailure;
pub use history::{Cause, Event, MAX_DUE_STEPS, Step};
pub use propagation::{InFlight, Settling};
pub use record::{Answer, CheckRecord, Outcome};
pub use revoke::revoked_before;
pub use save::{FORMAT, Save, SaveError};
pub use scenario::{Scenario, ScenarioAccount, ScenarioCall, ScenarioError, ScenarioQuestion, holds_policy};
pub use sign_in::{SignIn, SignInFailure, SignInName};
pub use upcoming::{Upcoming, UpcomingKind};

use crate::activity::Activity;
use crate::arn::AccountId;
use crate::clock::{SimulatedClock, Timestamp};
use crate::world::{AccessKeyStatus, Account, Session, SessionSubject, World};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A world with its clock and its history.
#[derive(Clone, Debug)]
pub struct Sandbox {
    scenario: Arc<Scenario>,
    world: World,
    clock: SimulatedClock,
    activity: Activity,
    steps: Vec<Arc<Step>>,
    /// How many of the steps are of the scenario.
    n_before: usize,
    /// What was undone, last first; each entry comes back in one redo.
    undone: Vec<Vec<Event>>,
}

/// What kind of credentials a key belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum KeyKind {
    /// A user's long-term key.
    LongTerm,
    /// A session of a role.
    Role,
    /// A session of somebody whom a user federates.
    FederatedUser,
    /// A session of the root user of a member account, for one task.
    AssumedRoot,
    /// A session in which a user, or the root user, stays who it is.
    SessionToken,
}

/// A key that somebody can act with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeyInUse {
    /// `AKIA…` or `ASIA…`
    pub access_key_id: Box<str>,
    /// What it belongs to.
    pub kind: KeyKind,
    /// The user, or the role of the session, or the user behind it; `root` for the root user.
    pub name: Box<str>,
    /// For sessions the name that the caller gave them.
    pub session_name: Option<Box<str>>,
    /// The account that the credentials speak in.
    pub account: AccountId,
    /// When the credentials were made.
    pub issued: Timestamp,
    /// When they end; long-term keys do not.
    pub expires: Option<Timestamp>,
    /// The key with which a session was asked for; none if the root user or the owner asked.
    pub parent: Option<Box<str>>,
    /// Whether a long-term key may be used.
    pub is_active: bool,
}

impl KeyInUse {
    /// Whether the credentials have ended at `now`.
    #[must_use]
    pub fn is_expired(&self, now: Timestamp) -> bool {
        self.expires.is_some_and(|expires| now >= expires)
    }
}

impl Sandbox {
    /// The world that a scenario builds, with nothing done in it yet.
    #[must_use]
    pub fn new(scenario: Scenario) -> Self {
        let (world, clock) = scenario.build();
        let mut sandbox = Self {
            scenario: Arc::new(scenario),
            world,
            clock,
            activity: Activity::default(),
            steps: Vec::new(),
            n_before: 0,
            undone: Vec::new(),
        };
        sandbox.begin();
        let scenario = Arc::clone(&sandbox.scenario);
        sandbox.replay(&scenario.history);
        sandbox.n_before = sandbox.steps.len();
        sandbox
    }

    /// The world as it is now.
    #[must_use]
    pub fn world(&self) -> &World {
        &self.world
    }

    /// The time.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// What was used when.
    #[must_use]
    pub fn activity(&self) -> &Activity {
        &self.activity
    }

    /// What the world began as.
    #[must_use]
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// What was done, oldest first.
    #[must_use]
    pub fn steps(&self) -> &[Arc<Step>] {
        &self.steps
    }

    /// How many of the steps happened before anybody came: the scenario's own, which nothing takes back.
    #[must_use]
    pub fn n_before(&self) -> usize {
        self.n_before
    }

    /// The world that somebody came to.
    #[must_use]
    pub fn world_at_the_start(&self) -> &World {
        self.steps.get(self.n_before).map_or(&self.world, |step| step.world_before())
    }

    /// What the authenticator of a virtual MFA device shows now, and for how many seconds more; none if there
    /// is no such device.
    ///
    /// ```
    /// use iam_sandbox::api::{Sandbox, Scenario};
    /// let sandbox = Sandbox::new(Scenario::first());
    /// assert_eq!(sandbox.authenticator_code("arn:aws:iam::111122223333:mfa/nobody"), None);
    /// ```
    #[must_use]
    pub fn authenticator_code(&self, serial_number: &str) -> Option<(String, i64)> {
        self.world.mfa_device(serial_number).map(|device| device.code(self.now()))
    }

    /// The keys that somebody can act with: by account the root user's keys and
    /// then users' keys by name, each followed by the
    /// sessions that were made with it; after the users of an account the sessions that nobody's key
    /// made. The root user of each account can sign in without one ([`Credentials::Root`]).
    pub fn keys(&self) -> impl Iterator<Item = KeyInUse> {
        let mut keys = Vec::new();
        let made_by = self.sessions_by_parent();
        for account in self.world.accounts() {
            let root: Box<str> = account.id.root_arn().last_name().into();
            let of_root = account.root.access_keys.iter().map(|key| (root.clone(), key));
            let of_users = account.users().flat_map(|user| user.access_keys.iter().map(|key| (user.name.clone(), key)));
            for (name, key) in of_root.chain(of_users) {
                keys.push(KeyInUse {
                    access_key_id: key.id.clone(),
                    kind: KeyKind::LongTerm,
                    name,
                    session_name: None,
                    account: account.id,
                    issued: key.created,
                    expires: None,
                    parent: None,
                    is_active: key.status == AccessKeyStatus::Active,
                });
                push_sessions(&made_by, Some(&key.id), &|_| true, &mut keys);
            }
            push_sessions(&made_by, None, &|session| session.account == account.id, &mut keys);
        }
        keys.into_iter()
    }

    /// Those of the [keys](Sandbox::keys) that hold now.
    pub fn live_keys(&self) -> impl Iterator<Item = KeyInUse> {
        let now = self.now();
        self.keys().filter(move |key| key.is_active && !key.is_expired(now))
    }

    /// The sessions by the key that made them, oldest first; they outlive a key that is deleted.
    fn sessions_by_parent(&self) -> BTreeMap<Option<&str>, Vec<&Session>> {
        let of_users = self.world.accounts().flat_map(Account::users).flat_map(|user| &user.access_keys);
        let of_root = self.world.accounts().flat_map(|account| &account.root.access_keys);
        let sessions = self.world.sessions().map(|session| &*session.access_key_id);
        let there: BTreeSet<&str> = of_users.chain(of_root).map(|key| &*key.id).chain(sessions).collect();
        let mut made_by: BTreeMap<Option<&str>, Vec<&Session>> = BTreeMap::new();
        for session in self.world.sessions() {
            let parent = session.parent.as_deref().filter(|parent| there.contains(parent));
            made_by.entry(parent).or_default().push(session);
        }
        for sessions in made_by.values_mut() {
            crate::ordered::sort_by_key(sessions, |session| session.issued);
        }
        made_by
    }
}

/// Adds the sessions that a key made, each followed by those that it made itself.
fn push_sessions(
    made_by: &BTreeMap<Option<&str>, Vec<&Session>>,
    parent: Option<&str>,
    is_wanted: &dyn Fn(&Session) -> bool,
    keys: &mut Vec<KeyInUse>,
) {
    let sessions = made_by.get(&parent).into_iter().flatten();
    for session in sessions.filter(|session| is_wanted(session)) {
        keys.push(KeyInUse {
            access_key_id: session.access_key_id.clone(),
            kind: match session.subject {
                SessionSubject::Role { .. } => KeyKind::Role,
                SessionSubject::FederatedUser { .. } => KeyKind::FederatedUser,
                SessionSubject::AssumedRoot { .. } => KeyKind::AssumedRoot,
                SessionSubject::User { .. } => KeyKind::SessionToken,
            },
            name: session.behind().last_name().into(),
            session_name: session.name().map(Into::into),
            account: session.account,
            issued: session.issued,
            expires: Some(session.expires),
            parent: session.parent.clone(),
            is_active: true,
        });
        push_sessions(made_by, Some(&session.access_key_id), &|_| true, keys);
    }
}
