//! What the calls on keys have in common.

use crate::arn::{AccountId, Arn};
use crate::authz::{AccessCheck, gather};
use crate::catalog::Quota;
use crate::eval::{ApplicablePolicies, AppliedPolicy, PrincipalPolicies, authorize};
use crate::json::json;
use crate::policy::{Policy, PolicyKind, pretty_value};
use crate::services::{ApiError, Stage, principals};
use crate::world::{Key, StoredPolicy, World};
use serde_json::Value;
use std::sync::Arc;

/// The condition key that says whether the lock-out check is left out.
pub(super) const BYPASS: &str = "kms:BypassPolicyLockoutSafetyCheck";

/// The error code for a document that KMS does not take.
const MALFORMED: &str = "MalformedPolicyDocumentException";

/// The policy of a key that is made without one: it hands over to the account (rule C-40).
pub(super) fn default_policy(account: AccountId) -> String {
    pretty_value(&json!({
        "Version": "2012-10-17",
        "Id": "key-default-1",
        "Statement": [{
            "Sid": "Enable IAM User Permissions",
            "Effect": "Allow",
            "Principal": { "AWS": account.root_arn() },
            "Action": "kms:*",
            "Resource": "*",
        }],
    }))
}

/// The ARN of a key that is named by id or ARN, in the caller's account and in this Region.
pub(super) fn arn(stage: &Stage<'_>, key_id: &str, region: Option<&str>) -> Arn {
    let by_id = || {
        let known = stage.world.keys().find(|key| *key.id == *key_id && key.account == stage.account());
        let region = region.or(known.map(|key| &*key.region)).unwrap_or("us-east-1");
        Arn::new("kms", region, Some(stage.account()), &format!("key/{key_id}"))
    };
    let named: Option<Arn> = key_id.parse().ok();
    let (alias, account) = match &named {
        Some(arn) => (arn.resource(), arn.account()),
        None => (key_id, Some(stage.account())),
    };
    let mut keys = stage.world.keys().filter(|key| Some(key.account) == account);
    let of_alias = keys.find(|key| key.aliases.contains(alias)).map(Key::arn);
    of_alias.or(named).unwrap_or_else(by_id)
}

/// The key, of whatever account.
pub(super) fn find_anywhere(stage: &Stage<'_>, arn: &Arn) -> Result<Key, ApiError> {
    let missing = || ApiError::new("NotFoundException", 400, format!("Key '{arn}' does not exist"));
    stage.world.key(arn).cloned().ok_or_else(missing)
}

/// The key, of whatever account, for calls that use it; what is switched off is not used.
pub(super) fn find_usable(stage: &Stage<'_>, arn: &Arn) -> Result<Key, ApiError> {
    let key = find_anywhere(stage, arn)?;
    if key.is_disabled {
        return Err(ApiError::new("DisabledException", 400, format!("{arn} is disabled.")));
    }
    Ok(key)
}

/// A key as answers show it.
pub(super) fn metadata(key: &Key) -> Value {
    let state = if key.is_disabled { "Disabled" } else { "Enabled" };
    json!({
        "AWSAccountId": key.account, "KeyId": key.id, "Arn": key.arn(), "CreationDate": key.created,
        "Description": key.description, "Enabled": !key.is_disabled, "KeyState": state,
        "KeyUsage": "ENCRYPT_DECRYPT", "KeySpec": "SYMMETRIC_DEFAULT", "Origin": "AWS_KMS",
        "KeyManager": "CUSTOMER", "MultiRegion": false,
    })
}

/// Permission for `action` on the key that is named.
pub(super) fn check(action: &str, stage: &Stage<'_>, key_id: &str) -> AccessCheck {
    AccessCheck::new(action, arn(stage, key_id, None).as_str())
}

/// The check with `kms:RequestAlias`, where the key is named by an alias: cryptographic operations and `DescribeKey` have
/// it (KMS developer guide, `kms:RequestAlias`).
pub(super) fn with_alias(check: AccessCheck, key_id: &str) -> AccessCheck {
    let named: Option<Arn> = key_id.parse().ok();
    let alias = Some(named.as_ref().map_or(key_id, Arn::resource)).filter(|name| name.starts_with("alias/"));
    alias.into_iter().fold(check, |check, alias| check.with("kms:RequestAlias", alias))
}

/// The keys of the caller's account in the Region that the call is sent to.
pub(super) fn here<'a>(stage: &'a Stage<'_>) -> impl Iterator<Item = &'a Key> {
    let region = stage.environment.requested_region().unwrap_or("us-east-1");
    stage.world.keys().filter(move |key| key.account == stage.account() && *key.region == *region)
}

/// The key of an account that goes by an id, an ARN or an alias.
pub(in crate::services) fn key_named(world: &World, account: AccountId, name: &str) -> Option<Arn> {
    if let Ok(arn) = name.parse::<Arn>() {
        let of_alias = || key_named(world, arn.account()?, arn.resource());
        return if arn.resource().starts_with("key/") { Some(arn) } else { of_alias() };
    }
    let mut own = world.keys().filter(|key| key.account == account);
    own.find(|key| *key.id == *name || key.aliases.contains(name)).map(Key::arn)
}

/// A key that another service is told of, by its ARN, its id or an alias.
pub(in crate::services) fn key_arn(stage: &Stage<'_>, key_id: &str) -> Arn {
    arn(stage, key_id, None)
}

/// Another service can use a key that is there and on; the error has KMS's name before its own, as S3 shows it.
pub(in crate::services) fn check_usable(stage: &Stage<'_>, arn: &Arn) -> Result<(), ApiError> {
    let named = |error: ApiError| ApiError { code: format!("KMS.{}", error.code).into(), ..error };
    find_usable(stage, arn).map(|_| ()).map_err(named)
}

/// The key, or KMS's answer if the caller's account has none like it; keys are not managed from other
/// accounts.
pub(super) fn find(stage: &Stage<'_>, arn: &Arn) -> Result<Key, ApiError> {
    let missing = || ApiError::new("NotFoundException", 400, format!("Key '{arn}' does not exist"));
    find_anywhere(stage, arn).ok().filter(|key| key.account == stage.account()).ok_or_else(missing)
}

/// Reads a key policy: its principals must exist, and it has 32 KB at the most.
pub(super) fn read(stage: &Stage<'_>, text: &str) -> Result<StoredPolicy, ApiError> {
    let quota = Quota::KeyPolicyBytes.value();
    if text.len() > quota {
        let message = format!("The key policy exceeds the maximum length of {quota} bytes.");
        return Err(ApiError::new("LimitExceededException", 400, message));
    }
    let policy =
        StoredPolicy::parse(text, PolicyKind::Key).map_err(|problems| ApiError::malformed(MALFORMED, &problems))?;
    if principals::missing(stage.world, policy.policy().document()).is_some() {
        let message = "Policy contains a statement with one or more invalid principals.";
        return Err(ApiError::new(MALFORMED, 400, message));
    }
    Ok(policy)
}

/// The lock-out check: the key policy must let the caller change it again, directly or by handing over
/// to the caller's account. What the caller's own policies say is not asked, and the owner of the world
/// is never locked out.
pub(super) fn check_lock_out(stage: &Stage<'_>, key: &Key) -> Result<(), ApiError> {
    let Some(caller) = stage.caller.caller() else { return Ok(()) };
    let check = AccessCheck::new("kms:PutKeyPolicy", key.arn().as_str()).with(BYPASS, "false");
    let mut world = stage.world.clone();
    world.put_key(key.clone());
    let (request, policies) = gather(&world, caller, &check, stage.environment, stage.now);
    let policies = ApplicablePolicies { principal: Arc::new(everything()), vpc_endpoint: None, ..policies };
    if authorize(&request, &policies).is_allowed() {
        return Ok(());
    }
    let message = "The new key policy will not allow you to update the key policy in the future.";
    Err(ApiError::new(MALFORMED, 400, message))
}

/// A caller whose own policies allow everything.
fn everything() -> PrincipalPolicies {
    let text = r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"#;
    let policy = Policy::parse(text, PolicyKind::Identity).value;
    let identity = policy.into_iter().map(|policy| AppliedPolicy::direct("everything", Arc::new(policy))).collect();
    PrincipalPolicies { identity, ..PrincipalPolicies::default() }
}
