//! Whose credentials a short name stands for: the profiles of the command line.
//!
//! | profile | credentials |
//! | --- | --- |
//! | `alice`, `dev/alice` | the first active key of the user |
//! | `report-editor/ana`, `dev/report-editor/ana` | the newest session of that name of the role, or federated by the user |
//! | `owner`, `owner@dev`; `root`, `root@dev` | the owner of the world, or the root user, in the account |
//!
//! Where no account is named, the home account comes first and then the others by id. Whether the credentials
//! hold is asked at the front door.

use crate::api::Credentials;
use crate::arn::AccountId;
use crate::world::{AccessKeyStatus, Account, Session, World};

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
        /// The name of the session, if one was asked for.
        name: Option<Box<str>>,
    },
    /// More parts than a profile has, or an empty one.
    Shape(Box<str>),
}

/// The account of that name or id.
///
/// Errors: there is none.
pub fn account(world: &World, name: &str) -> Result<AccountId, WhoError> {
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
        [user] => user_credentials(world, home, None, user),
        [account, behind, session] => session_credentials(world, home, Some(account), behind, Some(session)),
        [first, second] => match account(world, first) {
            Ok(_) => user_credentials(world, home, Some(first), second)
                .or_else(|error| session_credentials(world, home, None, first, Some(second)).map_err(|_| error)),
            Err(_) => session_credentials(world, home, None, first, Some(second)),
        },
        _ => Err(WhoError::Shape(profile.into())),
    }
}

/// A user's first active key, or the first if none is: the door says what is wrong with it.
///
/// Errors: there is no such user, or the user has no key.
pub fn user_credentials(
    world: &World,
    home: AccountId,
    account_name: Option<&str>,
    user: &str,
) -> Result<Credentials, WhoError> {
    let accounts = accounts(world, home, account_name)?;
    let found = accounts.iter().find_map(|account| account.user(user));
    let found = found.ok_or_else(|| WhoError::NoUser(user.into()))?;
    let active = found.access_keys.iter().find(|key| key.status == AccessKeyStatus::Active);
    let key = active.or(found.access_keys.first()).ok_or_else(|| WhoError::NoKey(user.into()))?;
    Ok(Credentials::Key(key.id.clone()))
}

/// The newest session behind which that role or user is; any name will do if none is asked for.
///
/// Errors: there is no such session, or no such account.
pub fn session_credentials(
    world: &World,
    home: AccountId,
    account_name: Option<&str>,
    behind: &str,
    name: Option<&str>,
) -> Result<Credentials, WhoError> {
    let newest = newest_session(world, home, account_name, |session| {
        session.behind().last_name().eq_ignore_ascii_case(behind)
            && session.name().is_some_and(|own| name.is_none_or(|name| own == name))
    })?;
    let missing = || WhoError::NoSession { behind: behind.into(), name: name.map(Into::into) };
    newest.map(|session| Credentials::Key(session.access_key_id.clone())).ok_or_else(missing)
}

/// The newest of the sessions that are wanted, in the first account that has one.
///
/// Errors: there is no account of that name.
pub fn newest_session<'a>(
    world: &'a World,
    home: AccountId,
    account_name: Option<&str>,
    is_wanted: impl Fn(&Session) -> bool,
) -> Result<Option<&'a Session>, WhoError> {
    let accounts = accounts(world, home, account_name)?;
    Ok(accounts.iter().find_map(|account| {
        let sessions = world.sessions().filter(|session| session.account == account.id && is_wanted(session));
        sessions.max_by_key(|session| (session.issued, session.access_key_id.clone()))
    }))
}

/// The accounts in which a name is looked for, in order.
fn accounts<'a>(world: &'a World, home: AccountId, name: Option<&str>) -> Result<Vec<&'a Account>, WhoError> {
    if let Some(name) = name {
        let id = account(world, name)?;
        return Ok(world.account(id).into_iter().collect());
    }
    let others = world.accounts().filter(|account| account.id != home);
    Ok(world.account(home).into_iter().chain(others).collect())
}
