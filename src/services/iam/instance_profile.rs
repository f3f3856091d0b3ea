//! What the calls on instance profiles have in common (rule E-24).

use super::{entity, path, view};
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Stage};
use crate::world::{Account, InstanceProfile};
use serde_json::Value;

/// The word in ARNs.
pub(super) const WORD: &str = "instance-profile";

/// Permission for `action` on the profile of that name, also if there is none: AWS authorises before it looks.
pub(super) fn check(action: &str, stage: &Stage<'_>, name: &str) -> AccessCheck {
    let known = stage.world.account(stage.account()).and_then(|account| account.instance_profile(name));
    let arn = known.map_or_else(
        || Arn::new("iam", "", Some(stage.account()), &format!("{WORD}/{name}")),
        |profile| profile.arn.clone(),
    );
    AccessCheck::new(action, arn.as_str())
}

/// Permission for `action` on a profile that is to be made.
pub(super) fn check_new(
    action: &str,
    stage: &Stage<'_>,
    path: Option<&str>,
    name: &str,
) -> Result<AccessCheck, ApiError> {
    Ok(AccessCheck::new(action, path::arn(stage.account(), WORD, path, name)?.as_str()))
}

fn missing(name: &str) -> ApiError {
    ApiError::new("NoSuchEntity", 404, format!("Instance Profile {name} cannot be found."))
}

/// The profile of that name.
pub(super) fn find<'a>(account: &'a Account, name: &str) -> Result<&'a InstanceProfile, ApiError> {
    account.instance_profile(name).ok_or_else(|| missing(name))
}

/// Changes the profile of that name.
pub(super) fn change<T>(
    account: &mut Account,
    name: &str,
    change: impl FnOnce(&mut InstanceProfile) -> Result<T, ApiError>,
) -> Result<T, ApiError> {
    account.change_instance_profile(name, change).ok_or_else(|| missing(name))?
}

/// A profile with its role, as answers show it; lists leave the tags out.
pub(super) fn whole(account: &Account, profile: &InstanceProfile) -> Value {
    view::with_tags(in_list(account, profile), &profile.tags)
}

/// A profile with its role.
pub(super) fn in_list(account: &Account, profile: &InstanceProfile) -> Value {
    let role = profile.role.as_deref().and_then(|name| entity::role(account, name).ok());
    let roles: Vec<Value> = role.into_iter().map(view::plain_role).collect();
    json!({
        "Path": view::path(&profile.arn), "InstanceProfileName": profile.name, "InstanceProfileId": profile.id,
        "Arn": profile.arn, "CreateDate": profile.created, "Roles": roles,
    })
}
