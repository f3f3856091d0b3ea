//! Whose password, keys or devices a call is about: a user's, or the root user's own (rule E-11).

use super::entity;
use super::holder::{Holder, in_account};
use crate::authz::AccessCheck;
use crate::eval::Principal;
use crate::services::{ApiError, Stage};
use crate::world::{AccessKey, Account};
use serde_json::{Map, Value};

/// Whom a call is about that may leave out the name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Subject {
    /// The user of that name.
    User(String),
    /// The root user, who has no name.
    Root,
}

impl Subject {
    /// The user of that name, or without a name the caller.
    pub(super) fn of(stage: &Stage<'_>, name: Option<&String>) -> Result<Self, ApiError> {
        let principal = stage.caller.caller().map(|caller| &caller.principal);
        match principal {
            Some(Principal::Root { .. } | Principal::AssumedRoot { .. }) if name.is_none() => Ok(Self::Root),
            _ => entity::own_name(stage, name).map(Self::User),
        }
    }

    /// The same for passwords: the root user comes to the own one only in a session for that task.
    pub(super) fn of_password(stage: &Stage<'_>, name: Option<&String>) -> Result<Self, ApiError> {
        match stage.caller.caller().map(|caller| &caller.principal) {
            Some(Principal::Root { .. }) => entity::own_name(stage, name).map(Self::User),
            _ => Self::of(stage, name),
        }
    }

    /// Permission for `action` on it.
    pub(super) fn check(&self, action: &str, stage: &Stage<'_>) -> AccessCheck {
        match self {
            Self::User(name) => Holder::User.check(action, stage, name),
            Self::Root => AccessCheck::new(action, stage.account().root_arn().as_str()),
        }
    }

    /// An answer about it, which begins with its name if it has one.
    pub(super) fn answer(&self, rest: &Value) -> Value {
        let name = match self {
            Self::User(name) => Some(("UserName".to_owned(), name.as_str().into())),
            Self::Root => None,
        };
        name.into_iter().chain(rest.as_object().cloned().unwrap_or_default()).collect::<Map<_, _>>().into()
    }

    /// Its access keys.
    pub(super) fn keys<'a>(&self, account: &'a Account) -> Result<&'a [AccessKey], ApiError> {
        Ok(match self {
            Self::User(name) => &entity::user(account, name)?.access_keys,
            Self::Root => &account.root.access_keys,
        })
    }

    /// Changes its access keys.
    pub(super) fn change_keys<T>(
        &self,
        stage: &mut Stage<'_>,
        change: impl FnOnce(&mut Vec<AccessKey>) -> Result<T, ApiError>,
    ) -> Result<T, ApiError> {
        in_account(stage, |account| match self {
            Self::User(name) => entity::change_user(account, name, |user| change(&mut user.access_keys))?,
            Self::Root => change(&mut account.root.access_keys),
        })
    }
}
