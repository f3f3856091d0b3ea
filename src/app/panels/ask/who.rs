//! The first part of the sentence: who asks, and who else could.

use crate::app::components::combobox::{Choice, ChoiceGroup, Typed};
use crate::app::components::duration::time_left;
use crate::app::components::key_id::short_key_id;
use crate::app::strings::AskStrings;
use iam_sandbox::api::{Credentials, KeyInUse, Sandbox};
use iam_sandbox::arn::AccountId;
use iam_sandbox::clock::Timestamp;
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
            note: account_name(sandbox, *account).into(),
            is_expired: false,
        },
        Credentials::Key(id) => match names.keys.get(id) {
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
        },
        Credentials::Root(account) => named("root", "root".to_owned(), account_name(sandbox, *account)),
        Credentials::Service(service) => named("service", service.name.to_string(), String::new()),
        Credentials::Provider(token) => named("anonymous", token.provider.to_string(), String::new()),
        Credentials::Anonymous => named("anonymous", "*".to_owned(), String::new()),
    }
}

fn named(kind: &'static str, name: String, note: String) -> Caller {
    Caller { kind, name: name.into(), stack: AttrValue::default(), note: note.into(), is_expired: false }
}

/// Everyone with a key, by account; sessions stand below the key that they were made with.
pub fn choices(sandbox: &Sandbox, now: Timestamp, words: &AskStrings) -> Vec<ChoiceGroup> {
    let names = Names::of(sandbox, now, words);
    let mut groups: Vec<ChoiceGroup> = Vec::new();
    for key in sandbox.keys() {
        let title = AttrValue::from(account_name(sandbox, names.first_of(&key).account));
        let caller = names.caller(&key);
        let choice = Choice {
            value: key.access_key_id.to_string().into(),
            text: caller.name,
            stack: caller.stack,
            note: caller.note,
            glyph: Some(caller.kind),
        };
        match groups.last_mut().filter(|group| group.title == title) {
            Some(group) => group.choices.push(choice),
            None => groups.push(ChoiceGroup { title, choices: vec![choice] }),
        }
    }
    groups
}

/// Only those who are there can be chosen.
pub fn typed(words: &AskStrings) -> Typed {
    Typed::Refused(words.nobody.into())
}

/// How people call an account: `A · prod`, by its place in the world.
pub fn account_name(sandbox: &Sandbox, id: AccountId) -> String {
    let found = sandbox.world().accounts().enumerate().find(|(_, account)| account.id == id);
    found.map_or_else(|| id.to_string(), |(index, account)| format!("{} · {}", letter(index), account.name))
}

/// A note that names the account too, unless it is the first.
fn with_account(sandbox: &Sandbox, id: AccountId, note: &str) -> AttrValue {
    let is_first = sandbox.world().accounts().next().is_some_and(|first| first.id == id);
    if is_first { note.to_owned().into() } else { format!("{note} · {}", account_name(sandbox, id)).into() }
}

fn letter(index: usize) -> char {
    u8::try_from(index)
        .ok()
        .and_then(|index| b'A'.checked_add(index))
        .filter(u8::is_ascii_uppercase)
        .map_or('?', char::from)
}

struct Names<'a> {
    keys: BTreeMap<Box<str>, KeyInUse>,
    now: Timestamp,
    words: &'a AskStrings,
}

impl<'a> Names<'a> {
    fn of(sandbox: &Sandbox, now: Timestamp, words: &'a AskStrings) -> Self {
        let keys = sandbox.keys().map(|key| (key.access_key_id.clone(), key)).collect();
        Self { keys, now, words }
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
            kind: if is_session { "session" } else { "user" },
            name: key.name.to_string().into(),
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
        let note = (self.words.user_note)(short_key_id(&key.access_key_id).trim_start_matches("AKIA"));
        if key.is_active { note } else { format!("{note} · {}", self.words.inactive) }
    }

    fn session_note(&self, key: &KeyInUse) -> String {
        let parent = self.parent(key).map_or_else(String::new, |parent| parent.name.to_string());
        let note = (self.words.session_note)(&parent, &short_key_id(&key.access_key_id));
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
        let input = serde_json::json!({
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
        let found: Vec<_> = groups.iter().map(|group| (group.title.to_string(), names(group))).collect();
        let expected = vec![
            ("A · prod".to_owned(), vec!["alice".to_owned(), "report-editor".to_owned(), "bob".to_owned()]),
            ("B · dev".to_owned(), vec!["dana".to_owned()]),
        ];
        assert_eq!(found, expected);
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
