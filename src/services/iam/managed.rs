//! What the calls on managed policies have in common: reading documents, and finding policies and versions.

use super::entity::account;
use super::holder::{in_account, parse};
use super::view;
use crate::arn::Arn;
use crate::catalog::Quota;
use crate::json::json;
use crate::policy::PolicyKind;
use crate::services::{ApiError, Stage};
use crate::world::{Account, ManagedPolicy, PolicyVersion, StoredPolicy};
use serde_json::Value;

/// Reads the document of a managed policy, 6,144 characters without white space (rule A-80).
pub(super) fn managed_document(text: &str) -> Result<StoredPolicy, ApiError> {
    let quota = Quota::ManagedPolicyCharacters.value();
    let document = parse(text, PolicyKind::Identity)?;
    if document.policy().n_counted_characters() > quota {
        return Err(ApiError::limit_exceeded(format!("Cannot exceed quota for PolicySize: {quota}")));
    }
    Ok(document)
}

/// The policy of that ARN in the account's own hands or, as AWS has it, in everybody's.
pub(super) fn find<'a>(stage: &'a Stage<'_>, arn: &Arn) -> Result<&'a ManagedPolicy, ApiError> {
    let is_visible = arn.account().is_none_or(|owner| owner == stage.account());
    account(stage)?.policy(arn).filter(|_| is_visible).ok_or_else(|| no_such_policy(arn))
}

/// The policy of that ARN if it is the account's own to change.
pub(super) fn find_own<'a>(account: &'a Account, arn: &Arn) -> Result<&'a ManagedPolicy, ApiError> {
    let is_own = arn.account() == Some(account.id);
    account.policy(arn).filter(|_| is_own).ok_or_else(|| no_such_policy(arn))
}

/// Changes one of the account's own policies at a version that it has.
pub(super) fn change_version(
    stage: &mut Stage<'_>,
    arn: &Arn,
    version: &str,
    change: fn(&mut ManagedPolicy, u32) -> Result<(), ApiError>,
) -> Result<Value, ApiError> {
    in_account(stage, |account| {
        let mut policy = find_own(account, arn)?.clone();
        let number = version_number(&policy, version)?;
        change(&mut policy, number)?;
        account.put_policy(policy);
        Ok(json!({}))
    })
}

/// The number of a version, `v3`.
pub(super) fn version_number(policy: &ManagedPolicy, version: &str) -> Result<u32, ApiError> {
    let number = version.strip_prefix('v').and_then(|number| number.parse().ok());
    let known = number.filter(|number| policy.versions.contains_key(number));
    known.ok_or_else(|| no_such_version(&policy.arn, version))
}

/// A version with its document.
pub(super) fn version_whole(policy: &ManagedPolicy, number: u32, version: &PolicyVersion) -> Value {
    let mut shown = view::version(policy, number, version);
    shown["Document"] = json!(version.document.text());
    shown
}

fn no_such_policy(arn: &Arn) -> ApiError {
    ApiError::new("NoSuchEntity", 404, format!("Policy {arn} was not found."))
}

pub(super) fn no_such_version(arn: &Arn, version: &str) -> ApiError {
    ApiError::new("NoSuchEntity", 404, format!("Policy {arn} version {version} does not exist or is not attachable."))
}
