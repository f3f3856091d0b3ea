//! What the calls on permissions boundaries have in common (rule E-21).

use super::entity;
use super::holder::{Holder, bring_in, in_account};
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::clock::Timestamp;
use crate::services::{ApiError, Stage};
use crate::world::Account;

/// The condition key that tells the boundary which is on the target, or will be (B-47).
const KEY: &str = "iam:PermissionsBoundary";

/// The permission to set a boundary, or to make something that has one.
pub(super) fn with(check: AccessCheck, boundary: Option<&Arn>) -> AccessCheck {
    match boundary {
        Some(arn) => check.with(KEY, arn.as_str()),
        None => check,
    }
}

/// Makes sure that there is such a policy; AWS calls it the scope.
pub(super) fn check(account: &mut Account, arn: &Arn, now: Timestamp) -> Result<(), ApiError> {
    let missing = |_| {
        let message = format!("Scope ARN: {arn} does not exist or is not attachable.");
        ApiError::new("NoSuchEntity", 404, message)
    };
    bring_in(account, arn, now).map_err(missing)
}

/// Sets the boundary of a user or role, or takes it away.
pub(super) fn set(stage: &mut Stage<'_>, holder: Holder, name: &str, boundary: Option<&Arn>) -> Result<(), ApiError> {
    let now = stage.now;
    in_account(stage, |account| {
        let current = current(account, holder, name)?;
        match boundary {
            Some(arn) => check(account, arn, now)?,
            None if current.is_none() => {
                let message = format!("The {} {name} does not have a permissions boundary.", holder.word());
                return Err(ApiError::new("NoSuchEntity", 404, message));
            }
            None => {}
        }
        let new = boundary.cloned();
        match holder {
            Holder::Role => account.change_role(name, |role| role.permissions_boundary = new),
            Holder::User | Holder::Group => account.change_user(name, |user| user.permissions_boundary = new),
        };
        Ok(())
    })
}

/// The boundary that is set; service-linked roles take none.
fn current(account: &Account, holder: Holder, name: &str) -> Result<Option<Arn>, ApiError> {
    if holder != Holder::Role {
        return Ok(entity::user(account, name)?.permissions_boundary.clone());
    }
    let role = entity::role(account, name)?;
    entity::check_unprotected(role)?;
    Ok(role.permissions_boundary.clone())
}
