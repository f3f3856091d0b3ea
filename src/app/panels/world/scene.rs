//! What every part of the tree is told: the state, where actions go, and what is marked.

use crate::app::components::aws_words::without_encoded;
use crate::app::components::tone::tone_name;
use crate::app::store::{Action, Build, By, Mode, Popup, Snapshot, Then};
use crate::app::strings::{
    BuildStrings, ComputeStrings, CredentialStrings, IdentityStrings, OrganizationStrings, OutsideStrings, WaysStrings,
    WorldStrings, strings,
};
use iam_sandbox::analysis::{DocumentRef, document_of};
use iam_sandbox::api::{Answer, Credentials, Event};
use iam_sandbox::arn::{AccountId, Arn};
use iam_sandbox::authz::Authenticated;
use iam_sandbox::clock::Timestamp;
use iam_sandbox::json::json;
use iam_sandbox::policy::pretty_value;
use iam_sandbox::text::explain;
use iam_sandbox::world::{KeyOwner, Session, SessionSubject, World};
use serde_json::Value;
use yew::prelude::*;

/// See the module.
#[derive(Clone)]
pub(super) struct Scene {
    /// The state.
    pub state: Snapshot,
    /// Where actions go.
    pub on: Callback<Action>,
    /// What time it is, which may be that on the wall.
    pub now: Timestamp,
    /// What rows of long lists are looked for by.
    pub search: AttrValue,
    tone: &'static str,
    asking: Option<String>,
    /// The user or root user behind the session that asks.
    asking_behind: Option<String>,
    deciding: Option<String>,
    involved: Vec<AccountId>,
    unsaved: Vec<String>,
}

impl PartialEq for Scene {
    /// Everything else follows from these.
    fn eq(&self, other: &Self) -> bool {
        self.state == other.state && self.on == other.on && self.now == other.now && self.search == other.search
    }
}

impl Scene {
    /// Finds out what is to be marked.
    pub(super) fn new(state: Snapshot, on: Callback<Action>, now: Timestamp) -> Self {
        let world = state.sandbox.world();
        let asking_key = asking_key(&state);
        let owner = asking_key.as_deref().and_then(|key| world.key_owner(key));
        let asking_behind = match owner {
            Some(KeyOwner::Session(session)) => user_behind(session),
            _ => None,
        };
        let root = match &state.question.credentials {
            Credentials::Root(account) if asking_key.is_none() => Some(root_key(*account)),
            _ => None,
        };
        let asking = owner.map(|owner| match owner {
            KeyOwner::User(account, user, _) => user_key(account.id, &user.name),
            KeyOwner::Root(account, _) => root_key(account.id),
            KeyOwner::Session(session) => session_key(&session.access_key_id),
        });
        let asking = asking.or(root);
        let document = deciding_document(&state.answer);
        let deciding = document.as_ref().map(row_of);
        let acting = state.acting_account();
        let involved = acting.into_iter().chain(document.and_then(|document| document.account(world))).collect();
        let unsaved = state.unsaved.iter().map(row_of).collect();
        let tone = tone_name(explain(&state.answer, world, state.language).tone);
        let search = AttrValue::default();
        Self { state, on, now, search, tone, asking, asking_behind, deciding, involved, unsaved }
    }

    /// The labels.
    pub(super) fn strings(&self) -> &'static WorldStrings {
        &strings(self.state.language).world
    }

    /// The labels of what is built around access.
    pub(super) fn build(&self) -> &'static BuildStrings {
        &strings(self.state.language).build
    }

    /// The labels of a credential's card.
    pub(super) fn credential(&self) -> &'static CredentialStrings {
        &strings(self.state.language).credential
    }

    /// The labels of what runs.
    pub(super) fn compute(&self) -> &'static ComputeStrings {
        &strings(self.state.language).compute
    }

    /// The labels of identities.
    pub(super) fn identity(&self) -> &'static IdentityStrings {
        &strings(self.state.language).identity
    }

    /// The labels of the organization.
    pub(super) fn organization(&self) -> &'static OrganizationStrings {
        &strings(self.state.language).organization
    }

    /// The labels of what else lets somebody or something in.
    pub(super) fn ways(&self) -> &'static WaysStrings {
        &strings(self.state.language).ways
    }

    /// The labels of identity providers.
    pub(super) fn outside(&self) -> &'static OutsideStrings {
        &strings(self.state.language).outside
    }

    /// The world.
    pub(super) fn world(&self) -> &World {
        self.state.sandbox.world()
    }

    /// The tone of the row, if it is the one who asks.
    pub(super) fn asking_tone(&self, row: &str) -> Option<&'static str> {
        [&self.asking, &self.asking_behind]
            .into_iter()
            .any(|asking| asking.as_deref() == Some(row))
            .then_some(self.tone)
    }

    /// The tone of the row, if the document that decides stands there.
    pub(super) fn deciding_tone(&self, row: &str) -> Option<&'static str> {
        (self.deciding.as_deref() == Some(row)).then_some(self.tone)
    }

    /// Whether something was typed into a document that is found in the row, and not saved.
    pub(super) fn is_unsaved(&self, row: &str) -> bool {
        self.unsaved.iter().any(|unsaved| unsaved == row)
    }

    /// Whether whoever acts, or the document that decides, is in this account.
    pub(super) fn is_involved(&self, account: AccountId) -> bool {
        self.involved.contains(&account)
    }

    /// Whether the details of a row are open.
    pub(super) fn is_selected(&self, row: &str) -> bool {
        self.state.object.as_deref() == Some(row)
    }

    /// Whether a row is open, asks or decides, and is drawn however long its list is.
    pub(super) fn is_marked(&self, row: &str) -> bool {
        self.is_selected(row) || self.asking_tone(row).is_some() || self.deciding_tone(row).is_some()
    }

    /// Whether a form is open.
    pub(super) fn is_form_open(&self, form: &str) -> bool {
        matches!(&self.state.popup, Some(Popup::World(open)) if open == form)
    }

    /// A click that does this. A call closes the form that is open: what is refused would otherwise be looked for in it.
    pub(super) fn send(&self, action: Action) -> Callback<MouseEvent> {
        let on = self.on.clone();
        let is_call = matches!(action, Action::Call { .. } | Action::Build(_));
        Callback::from(move |_| {
            if is_call {
                on.emit(Action::OpenPopup(None));
            }
            on.emit(action.clone());
        })
    }

    /// Opens a form, or closes it.
    pub(super) fn toggle_form(&self, form: &str) -> Callback<MouseEvent> {
        let popup = (!self.is_form_open(form)).then(|| Popup::World(form.to_owned()));
        self.send(Action::OpenPopup(popup))
    }

    /// Closes the form that is open.
    pub(super) fn close_form(&self) -> Callback<()> {
        self.on.reform(|()| Action::OpenPopup(None))
    }

    /// The call that builds something in an account.
    pub(super) fn call(account: AccountId, operation: &'static str, input: Value) -> Action {
        Action::Call { account, operation, input, then_open: None }
    }

    /// The calls that build something in an account, one after the other.
    pub(super) fn calls(account: AccountId, calls: Vec<(&'static str, Value)>) -> Action {
        Action::Build(Build { by: By::Builder, account, calls, then: Then::Close })
    }

    /// The user or role that acts.
    pub(super) fn actor_name(&self) -> String {
        self.state.acting_key().map(|key| key.name.to_string()).unwrap_or_default()
    }

    /// The user or role that acts, where it is of this account.
    pub(super) fn actor_arn(&self, account: AccountId) -> Option<Arn> {
        if self.state.question.credentials == Credentials::Root(account) {
            return Some(account.root_arn());
        }
        match self.world().key_owner(self.state.question.credentials.access_key_id()?)? {
            KeyOwner::User(of, user, _) => (of.id == account).then(|| user.arn.clone()),
            KeyOwner::Root(of, _) => (of.id == account).then(|| of.id.root_arn()),
            KeyOwner::Session(session) => (session.account == account).then(|| session.behind().clone()),
        }
    }

    /// What a new policy allows: what the sentence asks for; while a lesson is on its way, what everybody may anyway.
    pub(super) fn first_statement(&self) -> (&str, &str) {
        let question = &self.state.question;
        if self.state.writes_answers() {
            (&question.action, &question.resource)
        } else {
            ("sts:GetCallerIdentity", "*")
        }
    }

    /// A policy that allows that and nothing else.
    pub(super) fn narrow_policy(&self) -> String {
        let (action, resource) = self.first_statement();
        let statement = json!({ "Effect": "Allow", "Action": action, "Resource": resource });
        pretty_value(&json!({ "Version": "2012-10-17", "Statement": [statement] }))
    }

    /// A name for such a policy: `AllowGetObject`.
    pub(super) fn policy_name(&self) -> String {
        if !self.state.writes_answers() {
            return String::new();
        }
        let operation = self.state.question.action.rsplit(':').next().unwrap_or_default();
        let letters: String = operation.chars().filter(char::is_ascii_alphanumeric).collect();
        format!("Allow{letters}")
    }

    /// Whether the buttons that build in this account would do what they say. IAM's calls name no
    /// account: whoever acts builds in their own, and a namesake there would be changed instead.
    pub(super) fn can_build(&self, account: AccountId) -> bool {
        self.state.mode == Mode::Owner || self.state.acting_account() == Some(account)
    }

    /// What AWS answered to the form that is open, without what only STS can read.
    pub(super) fn refusal(&self) -> Option<AttrValue> {
        use crate::app::store::NoticeKind;
        match &self.state.notice.as_ref()?.kind {
            NoticeKind::Refused { message, .. } => Some(without_encoded(message).to_owned().into()),
            _ => None,
        }
    }
}

/// The row of a root user.
pub(super) fn root_key(account: AccountId) -> String {
    format!("root/{account}")
}

/// The row of the settings of an account.
pub(super) fn settings_key(account: AccountId) -> String {
    format!("settings/{account}")
}

/// The row of a user.
pub(super) fn user_key(account: AccountId, name: &str) -> String {
    format!("user/{account}/{name}")
}

/// The row of a group.
pub(super) fn group_key(account: AccountId, name: &str) -> String {
    format!("group/{account}/{name}")
}

/// The row of a role.
pub(super) fn role_key(account: AccountId, name: &str) -> String {
    format!("role/{account}/{name}")
}

/// The row of a session.
pub(super) fn session_key(access_key_id: &str) -> String {
    format!("session/{access_key_id}")
}

/// The row of a managed policy.
pub(super) fn policy_key(account: AccountId, arn: &Arn) -> String {
    format!("policy/{account}/{arn}")
}

/// The row of an SCP or RCP.
pub(super) fn organization_policy_key(arn: &Arn) -> String {
    format!("organization-policy/{arn}")
}

/// The row of a bucket.
pub(super) fn bucket_key(name: &str) -> String {
    format!("bucket/{name}")
}

/// The row of a KMS key.
pub(super) fn kms_key(arn: &Arn) -> String {
    format!("kms/{arn}")
}

/// The row of a VPC endpoint.
pub(super) fn endpoint_key(id: &str) -> String {
    format!("endpoint/{id}")
}

/// The row of an identity provider.
pub(super) fn provider_key(arn: &Arn) -> String {
    format!("provider/{arn}")
}

/// The row of a trust anchor, a profile of Roles Anywhere, an identity pool, an instance of Identity Center, or one of its
/// permission sets.
pub(super) fn door_key(arn: &Arn) -> String {
    format!("door/{arn}")
}

/// The row of an instance profile.
pub(super) fn profile_key(account: AccountId, name: &str) -> String {
    format!("profile/{account}/{name}")
}

/// The row of an instance.
pub(super) fn instance_key(id: &str) -> String {
    format!("instance/{id}")
}

/// The row of an application.
pub(super) fn application_key(name: &str) -> String {
    format!("application/{name}")
}

/// The row of a queue, topic, table, secret or function.
pub(super) fn resource_key(arn: &Arn) -> String {
    format!("resource/{arn}")
}

/// The key that the answer on screen is about.
fn asking_key(state: &Snapshot) -> Option<Box<str>> {
    if let Ok(Authenticated::Caller(caller)) = &state.answer.authentication {
        return caller.access_key_id.clone();
    }
    let Some(index) = state.looked_at else { return state.question.credentials.access_key_id().map(Into::into) };
    match &state.sandbox.steps().get(index)?.event {
        Event::Call(call) => call.credentials.access_key_id().map(Into::into),
        Event::Ask(question) => question.credentials.access_key_id().map(Into::into),
        Event::SignIn(_) | Event::Advance { .. } | Event::SetPropagationDelay { .. } | Event::Metadata { .. } => None,
    }
}

/// The row of the user or root user in whose session somebody acts.
fn user_behind(session: &Session) -> Option<String> {
    match (&session.subject, session.behind().resource()) {
        (SessionSubject::User { .. }, "root") => Some(root_key(session.account)),
        (SessionSubject::User { .. }, _) => Some(user_key(session.account, session.behind().last_name())),
        _ => None,
    }
}

fn deciding_document(answer: &Answer) -> Option<DocumentRef> {
    let check = answer.deciding_check()?;
    document_of(check, check.verdict.statement?)
}

/// The row in which a document is found.
fn row_of(document: &DocumentRef) -> String {
    match document {
        DocumentRef::UserInline { account, user, .. } => user_key(*account, user),
        DocumentRef::GroupInline { account, group, .. } => group_key(*account, group),
        DocumentRef::RoleInline { account, role, .. } | DocumentRef::Trust { account, role } => {
            role_key(*account, role)
        }
        DocumentRef::Managed { account, arn } => policy_key(*account, arn),
        DocumentRef::Bucket { bucket } => bucket_key(bucket),
        DocumentRef::Organization { arn } => organization_policy_key(arn),
        DocumentRef::Key { arn } => kms_key(arn),
        DocumentRef::VpcEndpoint { id } => endpoint_key(id),
        DocumentRef::Resource { arn } => resource_key(arn),
    }
}
