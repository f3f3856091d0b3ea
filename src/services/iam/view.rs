//! Users, groups, roles and policies as IAM's answers show them.

use super::entity;
use super::holder::Holder;
pub(super) use super::path::of as path;
use super::tags;
use crate::activity::Activity;
use crate::arn::Arn;
use crate::catalog::AwsManagedPolicy;
use crate::json::json;
use crate::services::{ApiError, Stage};
use crate::world::{Account, Group, ManagedPolicy, PolicyHolder, PolicyVersion, Role, User};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Adds what is only there if it is set.
fn with_options(mut value: Value, boundary: Option<&Arn>, tags: &BTreeMap<Box<str>, Box<str>>) -> Value {
    if let Some(arn) = boundary {
        value["PermissionsBoundary"] = json!({ "PermissionsBoundaryType": "Policy", "PermissionsBoundaryArn": arn });
    }
    with_tags(value, tags)
}

/// Adds tags, if there are any.
pub(super) fn with_tags(mut value: Value, tags: &BTreeMap<Box<str>, Box<str>>) -> Value {
    if !tags.is_empty() {
        value["Tags"] = tags::list(tags);
    }
    value
}

fn plain_user(user: &User) -> Value {
    json!({
        "Path": path(&user.arn), "UserName": user.name, "UserId": user.id, "Arn": user.arn, "CreateDate": user.created,
    })
}

/// A role as other entities show it.
pub(super) fn plain_role(role: &Role) -> Value {
    json!({
        "Path": path(&role.arn), "RoleName": role.name, "RoleId": role.id, "Arn": role.arn, "CreateDate": role.created,
        "AssumeRolePolicyDocument": role.trust.text(),
    })
}

/// A user with its boundary and its tags, which lists leave out.
pub(super) fn user_whole(user: &User) -> Value {
    with_options(plain_user(user), user.permissions_boundary.as_ref(), &user.tags)
}

pub(super) fn user_in_list(user: &User) -> Value {
    plain_user(user)
}

/// Adds when the user last signed in with a password, if it ever did.
pub(super) fn with_password_use(mut value: Value, user: &User, activity: &Activity) -> Value {
    if let Some(used) = activity.password(&user.id) {
        value["PasswordLastUsed"] = json!(used.at);
    }
    value
}

/// Adds when and where the role was last used (rule E-26).
pub(super) fn with_role_use(mut value: Value, role: &Role, stage: &Stage<'_>) -> Value {
    value["RoleLastUsed"] = match stage.activity.last_used(&role.id, stage.now) {
        Some((at, region)) => json!({ "LastUsedDate": at, "Region": region }),
        None => json!({}),
    };
    value
}

pub(super) fn group_whole(group: &Group) -> Value {
    json!({
        "Path": path(&group.arn), "GroupName": group.name, "GroupId": group.id, "Arn": group.arn,
        "CreateDate": group.created,
    })
}

/// A role as it is answered when it is made.
pub(super) fn role_made(role: &Role) -> Value {
    with_options(plain_role(role), role.permissions_boundary.as_ref(), &role.tags)
}

/// A role with its boundary and its tags, which lists leave out.
pub(super) fn role_whole(role: &Role) -> Value {
    with_options(role_in_list(role), role.permissions_boundary.as_ref(), &role.tags)
}

pub(super) fn role_in_list(role: &Role) -> Value {
    let mut value = plain_role(role);
    if let Some(description) = &role.description {
        value["Description"] = json!(description);
    }
    value["MaxSessionDuration"] = json!(role.max_session_seconds);
    value
}

/// A managed policy, and how many hold it (rule E-21).
pub(super) fn policy(account: &Account, policy: &ManagedPolicy) -> Value {
    let mut members = Map::new();
    members.insert("PolicyName".to_owned(), json!(policy.name));
    if let Some(id) = &policy.id {
        members.insert("PolicyId".to_owned(), json!(id));
    }
    let created = policy.versions.values().map(|version| version.created).min();
    let updated = policy.versions.values().map(|version| version.created).max();
    let rest = json!({
        "Arn": policy.arn, "Path": path(&policy.arn), "DefaultVersionId": format!("v{}", policy.default_version),
        "AttachmentCount": n_attached(account, &policy.arn), "PermissionsBoundaryUsageCount": n_limited(account, &policy.arn),
        "IsAttachable": true, "CreateDate": created, "UpdateDate": updated,
    });
    members.extend(rest.as_object().cloned().unwrap_or_default());
    Value::Object(members)
}

/// A policy that AWS publishes, as far as the account knows it: who holds it is the account's matter.
pub(super) fn published(account: &Account, policy: &AwsManagedPolicy) -> Value {
    if let Some(known) = account.policy(&policy.arn) {
        return self::policy(account, known);
    }
    json!({
        "PolicyName": policy.name, "Arn": policy.arn, "Path": path(&policy.arn),
        "DefaultVersionId": format!("v{}", policy.version), "AttachmentCount": 0, "PermissionsBoundaryUsageCount": 0,
        "IsAttachable": true,
    })
}

/// A version without its document.
pub(super) fn version(policy: &ManagedPolicy, number: u32, version: &PolicyVersion) -> Value {
    json!({
        "VersionId": format!("v{number}"), "IsDefaultVersion": policy.default_version == number,
        "CreateDate": version.created,
    })
}

fn holders(account: &Account) -> impl Iterator<Item = &PolicyHolder> {
    let users = account.users().map(|user| &user.policies);
    let groups = account.groups().map(|group| &group.policies);
    users.chain(groups).chain(account.roles().map(|role| &role.policies))
}

/// How many users, groups and roles the policy is attached to.
pub(super) fn n_attached(account: &Account, arn: &Arn) -> usize {
    holders(account).filter(|holder| holder.attached.contains(arn)).count()
}

/// How many users and roles the policy limits.
pub(super) fn n_limited(account: &Account, arn: &Arn) -> usize {
    let users = account.users().filter_map(|user| user.permissions_boundary.as_ref());
    users.chain(account.roles().filter_map(|role| role.permissions_boundary.as_ref())).filter(|own| *own == arn).count()
}

/// The longest session of a role that is told nothing of it (rule E-23).
pub(super) const DEFAULT_SESSION_SECONDS: u32 = 3_600;

/// The managed policies on a user, group or role.
pub(super) fn attached_policies(stage: &Stage<'_>, holder: Holder, name: &str) -> Result<Value, ApiError> {
    let account = entity::account(stage)?;
    Ok(json!({ "AttachedPolicies": attached(account, entity::held(account, holder, name)?) }))
}

/// Names and ARNs of managed policies that are held.
pub(super) fn attached(account: &Account, held: &PolicyHolder) -> Vec<Value> {
    let policies = held.attached.iter().filter_map(|arn| account.policy(arn));
    policies.map(|policy| json!({ "PolicyName": policy.name, "PolicyArn": policy.arn })).collect()
}

/// The names of the inline policies of a user, group or role.
pub(super) fn inline_names(stage: &Stage<'_>, holder: Holder, name: &str) -> Result<Value, ApiError> {
    let held = entity::held(entity::account(stage)?, holder, name)?;
    let names: Vec<&str> = held.inline.keys().map(|name| &**name).collect();
    Ok(json!({ "PolicyNames": names }))
}

/// An inline policy of a user, group or role.
pub(super) fn inline_policy(stage: &Stage<'_>, holder: Holder, name: &str, policy: &str) -> Result<Value, ApiError> {
    let held = entity::held(entity::account(stage)?, holder, name)?;
    let missing = || ApiError::no_such_entity(&format!("{} policy", holder.word()), policy);
    let document = held.inline.get(policy).ok_or_else(missing)?;
    Ok(json!({ (holder.member()): name, "PolicyName": policy, "PolicyDocument": document.text() }))
}
