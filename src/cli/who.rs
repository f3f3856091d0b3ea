//! Whose credentials a short name stands for: the profiles of the command line.
//!
//! | profile | credentials |
//! | --- | --- |
//! | `alice`, `dev/alice` | the first active key of the user |
//! | `AKIA…`, `ASIA…` | the key with that id, of whomever it is |
//! | `report-editor/ana`, `dev/report-editor/ana` | the newest session of that name of the role, or federated by the user |
//! | `alice/token`, `dev/alice/token` | what `GetSessionToken` gave the user last |
//! | `alice/console`, `root/console` | the newest session in which somebody signed in to the console |
//! | `owner`, `owner@dev`; `root`, `root@dev` | the owner of the world, or the root user, in the account |
//!
//! Where no account is named, the home account comes first and then the others by id. Whether the credentials
//! hold is asked at the front door.

use crate::api::Credentials;
use crate::arn::AccountId;
use crate::world::{AccessKeyStatus, Account, Session, User, World};

/// Why nobody stands behind a name. What a world may still get is told from what is written wrongly.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum WhoError {
    /// No account has this name or id.
    NoAccount(Box<str>),
    /// No account looked at has such a user.
    NoUser(Box<str>),
    /// The user has no access key.
    NoKey(Box<str>),
    /// Nobody has such a session.
    NoSession {
        /// The role or user behind it.
        behind: Box<str>,
        /// The name of the session.
        name: Box<str>,
    },
    /// More parts than a profile has, or an empty one.
    Shape(Box<str>),
}

/// The account of that name or id.
///
/// Errors: there is none.
pub(crate) fn account(world: &World, name: &str) -> Result<AccountId, WhoError> {
    let is_named = |account: &&Account| *account.name == *name || account.id.to_string() == name;
    world.accounts().find(is_named).map(|account| account.id).ok_or_else(|| WhoError::NoAccount(name.into()))
}

/// The credentials that a profile stands for.
///
/// Errors: nobody stands behind the name.
pub fn credentials(world: &World, home: AccountId, profile: &str) -> Result<Credentials, WhoError> {
    let (kind, of) = profile.split_once('@').map_or((profile, None), |(kind, of)| (kind, Some(of)));
    if matches!(kind, "owner" | "root") {
        let account = of.map_or(Ok(home), |name| account(world, name))?;
        return Ok(if kind == "owner" { Credentials::Owner(account) } else { Credentials::Root(account) });
    }
    let parts: Vec<&str> = profile.split('/').collect();
    if parts.iter().any(|part| part.is_empty()) {
        return Err(WhoError::Shape(profile.into()));
    }
    match parts.as_slice() {
        [key] if world.key_owner(key).is_some() => Ok(Credentials::Key((*key).into())),
        [user] => user_credentials(world, home, None, user),
        [name, behind, session] => session_credentials(world, home, Some(account(world, name)?), (behind, session)),
        [first, second] => {
            let session = || session_credentials(world, home, None, (first, second));
            match account(world, first) {
                Ok(only) => user_credentials(world, home, Some(only), second).or_else(|error| session().or(Err(error))),
                Err(_) => session(),
            }
        }
        _ => Err(WhoError::Shape(profile.into())),
    }
}

/// A user's first active key, or the first if none is: the door says what is wrong with it.
pub(crate) fn key_of(user: &User) -> Option<Credentials> {
    let active = user.access_keys.iter().find(|key| key.status == AccessKeyStatus::Active);
    active.or(user.access_keys.first()).map(|key| Credentials::Key(key.id.clone()))
}

/// The accounts in which a name is looked for, in order: one alone, or the home account before the others.
pub(crate) fn accounts(world: &World, home: AccountId, only: Option<AccountId>) -> impl Iterator<Item = &Account> {
    let others = world.accounts().filter(move |account| account.id != home);
    world.account(home).into_iter().chain(others).filter(move |account| only.is_none_or(|only| account.id == only))
}

fn user_credentials(
    world: &World,
    home: AccountId,
    only: Option<AccountId>,
    name: &str,
) -> Result<Credentials, WhoError> {
    let found = accounts(world, home, only).find_map(|account| account.user(name));
    let user = found.ok_or_else(|| WhoError::NoUser(name.into()))?;
    key_of(user).ok_or_else(|| WhoError::NoKey(name.into()))
}

/// These stand for the name that a session of a user's own has not.
const TOKEN: &str = "token";
const CONSOLE: &str = "console";

/// The newest session of that name behind which that role or user is, in the first account that has one.
fn session_credentials(
    world: &World,
    home: AccountId,
    only: Option<AccountId>,
    (behind, name): (&str, &str),
) -> Result<Credentials, WhoError> {
    let is_named = |session: &Session| match session.name() {
        Some(own) => own == name,
        None => name == if session.facts.origin.is_console() { CONSOLE } else { TOKEN },
    };
    let is_wanted = |session: &&Session| session.behind().last_name().eq_ignore_ascii_case(behind) && is_named(session);
    let newest = accounts(world, home, only).find_map(|account| {
        let sessions = world.sessions().filter(|session| session.account == account.id).filter(is_wanted);
        sessions.max_by_key(|session| (session.issued, session.access_key_id.clone()))
    });
    let missing = || WhoError::NoSession { behind: behind.into(), name: name.into() };
    newest.map(|session| Credentials::Key(session.access_key_id.clone())).ok_or_else(missing)
}
