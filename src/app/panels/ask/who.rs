//! The first part of the sentence: who asks, and who else could.
//!
//! What is chosen is handed on as credentials, written as JSON; who signs with nothing that the page
//! holds is put together in a form of its own.

use super::caller_form::SERVICES;
use crate::app::accounts::account_name;
use crate::app::components::combobox::{Choice, ChoiceGroup, Typed};
use crate::app::components::duration::time_left;
use crate::app::components::key_id::short_key_id;
use crate::app::store::{CallerForm, Popup};
use crate::app::strings::AskStrings;
use iam_sandbox::api::{
    Credentials, KeyInUse, KeyKind, ProviderCredentials, Sandbox, ServiceCredentials, SignedCredentials,
};
use iam_sandbox::arn::{AccountId, Arn};
use iam_sandbox::clock::Timestamp;
use iam_sandbox::text::short_resource;
use iam_sandbox::world::{AccessKeyStatus, Account, SessionOrigin, World};
use std::collections::BTreeMap;
use yew::AttrValue;

/// Who asks, in words.
#[derive(Clone, PartialEq, Debug)]
pub struct Caller {
    /// The kind, as the style sheet knows it.
    pub kind: &'static str,
    /// The name.
    pub name: AttrValue,
    /// Sessions that it came through, `deployer ›`.
    pub stack: AttrValue,
    /// Kind, key, remaining life.
    pub note: AttrValue,
    /// Whether it was a session and has ended.
    pub is_expired: bool,
}

/// Who signs with these credentials at `now`.
pub fn caller(sandbox: &Sandbox, credentials: &Credentials, now: Timestamp, words: &AskStrings) -> Caller {
    let names = Names::of(sandbox, now, words);
    match credentials {
        Credentials::Owner(account) => Caller {
            kind: "root",
            name: words.owner.into(),
            stack: AttrValue::default(),
            note: account_name(sandbox.world(), *account).into(),
            is_expired: false,
        },
        Credentials::Key(id) | Credentials::Signed(SignedCredentials { access_key_id: id, .. }) => {
            match names.keys.get(id) {
                Some(key) => {
                    let caller = names.caller(key);
                    Caller { note: with_account(sandbox, key.account, &caller.note), ..caller }
                }
                None => Caller {
                    kind: "anonymous",
                    name: id.to_string().into(),
                    stack: AttrValue::default(),
                    note: words.unknown_key.into(),
                    is_expired: false,
                },
            }
        }
        Credentials::Root(account) => {
            let note = format!("{} · {}", words.root_user, account_name(sandbox.world(), *account));
            named("root", "root".to_owned(), note)
        }
        Credentials::Service(service) => named("service", service.name.to_string(), service_note(service, words)),
        Credentials::Provider(token) => named("anonymous", provider_name(token), token_note(token, words)),
        Credentials::Anonymous => named("anonymous", words.anyone.to_owned(), words.nobody_signs.to_owned()),
    }
}

fn service_note(service: &ServiceCredentials, words: &AskStrings) -> String {
    let arn = service.source_arn.as_ref().map(|arn| short_resource(arn.as_str()).to_owned());
    let source = arn.or_else(|| service.source_account.map(|account| account.to_string()));
    source.map_or_else(|| words.service.to_owned(), |source| (words.service_for)(&source))
}

fn provider_name(token: &ProviderCredentials) -> String {
    token.provider.rsplit_once("-provider/").map_or(&*token.provider, |(_, name)| name).to_owned()
}

fn token_note(token: &ProviderCredentials, words: &AskStrings) -> String {
    let subject = token.claims.get("sub").map(|value| value.values().join(", "));
    subject.map_or_else(|| words.token.to_owned(), |subject| format!("{} · {subject}", words.token))
}

fn named(kind: &'static str, name: String, note: String) -> Caller {
    Caller { kind, name: name.into(), stack: AttrValue::default(), note: note.into(), is_expired: false }
}

/// Everyone who could ask, by account: keys, sessions below the key that they were made with, the root
/// user; then those who have no account.
pub fn choices(sandbox: &Sandbox, now: Timestamp, words: &AskStrings) -> Vec<ChoiceGroup> {
    let names = Names::of(sandbox, now, words);
    let keys: Vec<_> = sandbox.keys().map(|key| (names.first_of(&key).account, key)).collect();
    let group = |account: AccountId| {
        let of_account = keys.iter().filter(|(first, key)| *first == account && !key.is_expired(now));
        let mut choices: Vec<_> = of_account.map(|(_, key)| key_choice(&names, key)).collect();
        choices.push(Choice {
            value: value_of(&Credentials::Root(account)),
            text: "root".into(),
            note: words.root_user.into(),
            glyph: Some("root"),
            ..Choice::default()
        });
        ChoiceGroup { title: account_name(sandbox.world(), account).into(), choices }
    };
    let accounts = sandbox.world().accounts().map(|account| group(account.id));
    let ended = ended(&names, keys.iter().map(|(_, key)| key).filter(|key| key.is_expired(now)), words);
    accounts.chain([console(words), without_account(words)]).chain(ended).collect()
}

/// So many ended sessions are offered: a world in which applications run has one an hour.
const N_ENDED: usize = 12;

/// The sessions that ended last, out of the way of those that hold.
fn ended<'a>(names: &Names<'_>, keys: impl Iterator<Item = &'a KeyInUse>, words: &AskStrings) -> Option<ChoiceGroup> {
    let mut keys: Vec<_> = keys.collect();
    iam_sandbox::ordered::sort_by_key(&mut keys, |key| std::cmp::Reverse(key.expires));
    let choices: Vec<_> = keys.into_iter().take(N_ENDED).map(|key| key_choice(names, key)).collect();
    (!choices.is_empty()).then(|| ChoiceGroup { title: words.kind.ended.into(), choices })
}

fn console(words: &AskStrings) -> ChoiceGroup {
    let choice = Choice {
        value: FORM_OF_SIGN_IN.into(),
        text: words.kind.sign_in.into(),
        note: words.kind.sign_in_note.into(),
        glyph: Some("user"),
        ..Choice::default()
    };
    ChoiceGroup { title: words.kind.console_title.into(), choices: vec![choice] }
}

fn key_choice(names: &Names<'_>, key: &KeyInUse) -> Choice {
    let caller = names.caller(key);
    Choice {
        value: value_of(&Credentials::Key(key.access_key_id.clone())),
        text: caller.name,
        stack: caller.stack,
        note: caller.note,
        glyph: Some(caller.kind),
    }
}

fn without_account(words: &AskStrings) -> ChoiceGroup {
    let choice = |value: AttrValue, text: &'static str, note: &'static str, kind: &'static str| Choice {
        value,
        text: text.into(),
        note: note.into(),
        glyph: Some(kind),
        ..Choice::default()
    };
    let choices = vec![
        choice(FORM_OF_SERVICE.into(), words.a_service, words.a_service_note, "service"),
        choice(FORM_OF_TOKEN.into(), words.a_token, words.a_token_note, "anonymous"),
        choice(value_of(&Credentials::Anonymous), words.anyone, words.nobody_signs, "anonymous"),
    ];
    ChoiceGroup { title: words.without_account.into(), choices }
}

/// Stand for the forms in which a caller is put together.
const FORM_OF_SERVICE: &str = "a service";
const FORM_OF_TOKEN: &str = "a token";
const FORM_OF_SIGN_IN: &str = "sign in";

/// The key of the form for signing in that hangs on the chip.
pub const SIGN_IN: &str = "ask-sign-in";

/// Credentials as the value of a choice.
pub fn value_of(credentials: &Credentials) -> AttrValue {
    serde_json::to_string(credentials).unwrap_or_default().into()
}

/// The credentials that a value stands for.
pub fn credentials_of(value: &str) -> Option<Credentials> {
    let value: serde_json::Value = serde_json::from_str(value).ok()?;
    iam_sandbox::json::of_value(value).ok()
}

/// The form that a value opens.
pub fn form_of(value: &str) -> Option<Popup> {
    match value {
        FORM_OF_SERVICE => Some(Popup::Caller(CallerForm::Service)),
        FORM_OF_TOKEN => Some(Popup::Caller(CallerForm::Token)),
        FORM_OF_SIGN_IN => Some(Popup::World(SIGN_IN.to_owned())),
        _ => None,
    }
}

/// The full ARN of somebody who is there is that one, and a service can be named whether or not it
/// did anything here.
pub fn typed(text: &AttrValue, sandbox: &Sandbox, words: &AskStrings) -> Typed {
    let text = text.trim();
    if let Ok(arn) = text.parse::<Arn>() {
        let is_role = sandbox.world().role(&arn).is_some();
        let found = with_arn(sandbox, &arn);
        return found.map_or_else(
            || Typed::Refused(if is_role { words.role_in_session } else { words.nobody }.into()),
            |credentials| taken(text, &credentials, String::new()),
        );
    }
    let is_prefix = |name: &&&str| text.len() > 1 && name.starts_with(&text.to_ascii_lowercase());
    let known = SERVICES.iter().find(is_prefix).copied();
    match known.or(Some(text).filter(|text| is_service(text))) {
        Some(name) => {
            let service = ServiceCredentials { name: name.into(), ..ServiceCredentials::default() };
            taken(name, &Credentials::Service(service), words.service.to_owned())
        }
        None => Typed::Refused(words.nobody.into()),
    }
}

fn taken(text: &str, credentials: &Credentials, note: String) -> Typed {
    let text = AttrValue::from(text.to_owned());
    Typed::Choice(Choice { value: value_of(credentials), text, note: note.into(), ..Choice::default() })
}

/// Whether a text looks like the name of a service.
pub fn is_service(text: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-".contains(&byte);
    let stem = text.strip_suffix(".amazonaws.com").or_else(|| text.strip_suffix(".amazonaws.com.cn"));
    stem.is_some_and(|stem| !stem.is_empty() && stem.bytes().all(is_letter))
}

/// What somebody signs with who is called by this ARN.
fn with_arn(sandbox: &Sandbox, arn: &Arn) -> Option<Credentials> {
    let world = sandbox.world();
    if arn.service() == "iam" && arn.resource() == "root" {
        return world.account(arn.account()?).map(|account| Credentials::Root(account.id));
    }
    // In a session of its own a user is called as it is with its key, which goes before.
    let session = world
        .sessions()
        .filter(|session| session.name().is_some() && session.arn() == *arn)
        .max_by_key(|session| session.issued);
    let of_session = session.map(|session| Credentials::Key(session.access_key_id.clone()));
    of_session.or_else(|| {
        let user = world.accounts().flat_map(Account::users).find(|user| user.arn == *arn)?;
        let active = user.access_keys.iter().find(|key| key.status == AccessKeyStatus::Active);
        Some(Credentials::Key(active.or_else(|| user.access_keys.first())?.id.clone()))
    })
}

/// A note that names the account too, unless it is the first.
fn with_account(sandbox: &Sandbox, id: AccountId, note: &str) -> AttrValue {
    let is_first = sandbox.world().accounts().next().is_some_and(|first| first.id == id);
    if is_first { note.to_owned().into() } else { format!("{note} · {}", account_name(sandbox.world(), id)).into() }
}

/// A federated user has a name of its own; the others are called by the user or role behind them.
fn shown_name(key: &KeyInUse) -> &str {
    match (key.kind, &key.session_name) {
        (KeyKind::FederatedUser, Some(name)) => name,
        _ => &key.name,
    }
}

struct Names<'a> {
    keys: BTreeMap<Box<str>, KeyInUse>,
    world: &'a World,
    now: Timestamp,
    words: &'a AskStrings,
}

impl<'a> Names<'a> {
    fn of(sandbox: &'a Sandbox, now: Timestamp, words: &'a AskStrings) -> Self {
        let keys = sandbox.keys().map(|key| (key.access_key_id.clone(), key)).collect();
        Self { keys, world: sandbox.world(), now, words }
    }

    fn parent(&self, key: &KeyInUse) -> Option<&KeyInUse> {
        self.keys.get(key.parent.as_ref()?)
    }

    /// The long-term key that a chain of sessions began with.
    fn first_of(&self, key: &KeyInUse) -> KeyInUse {
        self.parent(key).map_or_else(|| key.clone(), |parent| self.first_of(parent))
    }

    fn caller(&self, key: &KeyInUse) -> Caller {
        let is_session = key.expires.is_some();
        Caller {
            kind: match is_session {
                true => "session",
                false if self.is_root(key) => "root",
                false => "user",
            },
            name: shown_name(key).to_owned().into(),
            stack: self.stack(key).into(),
            note: if is_session { self.session_note(key) } else { self.user_note(key) }.into(),
            is_expired: key.is_expired(self.now),
        }
    }

    /// `alice › deployer ›` for a session that was made with a session.
    fn stack(&self, key: &KeyInUse) -> String {
        let mut above = Vec::new();
        let mut current = self.parent(key);
        while let Some(parent) = current {
            above.insert(0, format!("{} ›", parent.name));
            current = self.parent(parent);
        }
        if above.len() > 1 { above.join(" ") } else { String::new() }
    }

    fn user_note(&self, key: &KeyInUse) -> String {
        // That it is a long-term key is said in words.
        let word = if self.is_root(key) { self.words.kind.root_key } else { self.words.user_note };
        let note = word(short_key_id(&key.access_key_id).trim_start_matches("AKIA"));
        if key.is_active { note } else { format!("{note} · {}", self.words.inactive) }
    }

    fn is_root(&self, key: &KeyInUse) -> bool {
        let account = self.world.account(key.account);
        account.is_some_and(|account| account.root.access_keys.iter().any(|own| own.id == key.access_key_id))
    }

    fn session_note(&self, key: &KeyInUse) -> String {
        // Who came from outside is known by the name of the session only.
        let parent = self.parent(key).map(|parent| &parent.name).or(key.session_name.as_ref()).unwrap_or(&key.name);
        let short = short_key_id(&key.access_key_id);
        let (words, kinds) = (self.words, &self.words.kind);
        let session = self.world.session(&key.access_key_id);
        let note = match (session.map(|session| &session.facts.origin), key.kind) {
            (Some(SessionOrigin::SignIn), _) => (kinds.console)(&short),
            (Some(SessionOrigin::SwitchRole), _) => (kinds.switched)(parent, &short),
            (Some(SessionOrigin::Service { resource, .. }), _) => (kinds.runs_in)(resource.last_name(), &short),
            (_, KeyKind::FederatedUser) => (words.federated_note)(&key.name, &short),
            (_, KeyKind::SessionToken) => (words.token_note)(&short),
            (_, KeyKind::AssumedRoot) => (kinds.assumed_root)(parent, &short),
            (_, KeyKind::LongTerm | KeyKind::Role) => (words.session_note)(parent, &short),
        };
        // The name that was chosen for the session tells it from another of the same role.
        let own_name = key.session_name.as_ref().filter(|name| key.kind == KeyKind::Role && *name != parent);
        let note = own_name.map_or(note.clone(), |name| format!("{name} · {note}"));
        let Some(expires) = key.expires else { return note };
        let life = if key.is_expired(self.now) {
            (self.words.ended)(&expires.clock_time())
        } else {
            (self.words.left)(&time_left(expires.epoch_seconds() - self.now.epoch_seconds()))
        };
        format!("{note} · {life}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::strings::strings;
    use iam_sandbox::api::{ApiCall, Scenario};
    use iam_sandbox::authz::Environment;
    use iam_sandbox::text::Language;

    fn words() -> &'static AskStrings {
        &strings(Language::English).ask
    }

    fn with_session() -> (Sandbox, Box<str>) {
        let mut sandbox = Sandbox::new(Scenario::first());
        let alice = sandbox.keys().next().map(|key| key.access_key_id).unwrap();
        let input = iam_sandbox::json::json!({
            "RoleArn": "arn:aws:iam::111122223333:role/report-editor", "RoleSessionName": "alice",
            "DurationSeconds": 900,
        });
        let credentials = Credentials::Key(alice);
        sandbox.call(ApiCall {
            credentials,
            operation: "sts:AssumeRole".into(),
            input,
            environment: Environment::default(),
        });
        let session = sandbox.keys().find(|key| key.expires.is_some()).unwrap();
        (sandbox, session.access_key_id)
    }

    #[test]
    fn users_stand_under_their_account_and_sessions_below_their_user() {
        let (sandbox, _) = with_session();
        let groups = choices(&sandbox, sandbox.now(), words());
        let names =
            |group: &ChoiceGroup| group.choices.iter().map(|choice| choice.text.to_string()).collect::<Vec<_>>();
        let found: Vec<_> = groups.iter().take(2).map(|group| (group.title.to_string(), names(group))).collect();
        let expected = vec![
            ("A · prod".to_owned(), ["alice", "report-editor", "bob", "root"].map(ToOwned::to_owned).to_vec()),
            ("B · dev".to_owned(), ["dana", "root"].map(ToOwned::to_owned).to_vec()),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_whole_arn_is_somebody_and_a_name_of_a_service_a_service() {
        let (sandbox, session) = with_session();
        let taken = |text: &'static str| match typed(&text.into(), &sandbox, words()) {
            Typed::Choice(choice) => credentials_of(&choice.value),
            Typed::Refused(_) => None,
        };
        let root = Credentials::Root("111122223333".parse().unwrap());
        assert_eq!(taken("arn:aws:iam::111122223333:root"), Some(root));
        let bob = sandbox.keys().find(|key| &*key.name == "bob").unwrap().access_key_id;
        assert_eq!(taken("arn:aws:iam::111122223333:user/bob"), Some(Credentials::Key(bob)));
        let alice = "arn:aws:sts::111122223333:assumed-role/report-editor/alice";
        assert_eq!(taken(alice), Some(Credentials::Key(session)));
        assert_eq!(taken("arn:aws:iam::111122223333:role/report-editor"), None);
        assert_eq!(taken("arn:aws:iam::444455556666:user/bob"), None);
        let service = |name: &str| ServiceCredentials { name: name.into(), ..ServiceCredentials::default() };
        assert_eq!(taken("sns"), Some(Credentials::Service(service("sns.amazonaws.com"))));
        assert_eq!(taken("pipes.amazonaws.com"), Some(Credentials::Service(service("pipes.amazonaws.com"))));
        assert_eq!(taken("zoe"), None);
    }

    #[test]
    fn a_session_tells_how_long_it_lives_and_when_it_ended() {
        let (mut sandbox, session) = with_session();
        let credentials = Credentials::Key(session);
        let alive = caller(&sandbox, &credentials, sandbox.now(), words());
        assert!(
            alive.note.starts_with("session of alice · ASIA··") && alive.note.ends_with("· 15 min left"),
            "{}",
            alive.note
        );
        sandbox.advance_clock(900);
        let ended = caller(&sandbox, &credentials, sandbox.now(), words());
        assert!(ended.is_expired && ended.note.ends_with("· ended 10:17"), "{}", ended.note);
    }
}
