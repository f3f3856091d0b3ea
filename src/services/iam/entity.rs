//! Users, groups and roles as they are looked for: found, or refused as IAM does.

use super::holder::Holder;
use crate::eval::Principal;
use crate::services::{ApiError, Stage};
use crate::world::{Account, Group, PolicyHolder, Role, User};

/// The account in which the call takes place.
pub(super) fn account<'a>(stage: &'a Stage<'_>) -> Result<&'a Account, ApiError> {
    let id = stage.account();
    stage.world.account(id).ok_or_else(|| ApiError::no_such_entity("account", &id.to_string()))
}

macro_rules! entity {
    ($one:ident $change:ident $entity:ident $word:literal) => {
        #[doc = concat!("The ", $word, " of that name.")]
        pub(super) fn $one<'a>(account: &'a Account, name: &str) -> Result<&'a $entity, ApiError> {
            account.$one(name).ok_or_else(|| ApiError::no_such_entity($word, name))
        }

        #[doc = concat!("Changes the ", $word, " of that name.")]
        pub(super) fn $change<T>(
            account: &mut Account,
            name: &str,
            change: impl FnOnce(&mut $entity) -> T,
        ) -> Result<T, ApiError> {
            account.$change(name, change).ok_or_else(|| ApiError::no_such_entity($word, name))
        }
    };
}

entity!(user change_user User "user");
entity!(group change_group Group "group");
entity!(role change_role Role "role");

/// What a user, group or role holds.
pub(super) fn held<'a>(account: &'a Account, holder: Holder, name: &str) -> Result<&'a PolicyHolder, ApiError> {
    Ok(match holder {
        Holder::User => &user(account, name)?.policies,
        Holder::Group => &group(account, name)?.policies,
        Holder::Role => &role(account, name)?.policies,
    })
}

/// The user whose name is left out: the caller.
pub(super) fn own_name(stage: &Stage<'_>, name: Option<&String>) -> Result<String, ApiError> {
    if let Some(name) = name {
        return Ok(name.clone());
    }
    match stage.caller.caller().map(|caller| &caller.principal) {
        Some(Principal::User { arn, .. }) => Ok(arn.last_name().to_owned()),
        _ => Err(ApiError::validation("Must specify userName when calling with non-User credentials")),
    }
}

pub(super) fn no_such_key(id: &str) -> ApiError {
    ApiError::new("NoSuchEntity", 404, format!("The Access Key with id {id} cannot be found."))
}

/// Service-linked roles are their service's (rule E-25), and so are those of Identity Center.
pub(super) fn check_unprotected(role: &Role) -> Result<(), ApiError> {
    if !["role/aws-service-role/", "role/aws-reserved/"].iter().any(|path| role.arn.resource().starts_with(path)) {
        return Ok(());
    }
    let name = &role.name;
    let message =
        format!("Cannot perform the operation on the protected role '{name}' - this role is only modifiable by AWS");
    Err(ApiError::new("UnmodifiableEntity", 400, message))
}

/// What cannot be deleted as long as something hangs on it (rule E-15).
pub(super) fn conflict(message: &str) -> ApiError {
    ApiError::new("DeleteConflict", 409, message)
}

/// Refuses to delete for the first of these reasons that holds.
pub(super) fn check_free(hindrances: &[(bool, &str)]) -> Result<(), ApiError> {
    let first = hindrances.iter().find(|(is_there, _)| *is_there);
    first.map_or(Ok(()), |(_, message)| Err(conflict(message)))
}
