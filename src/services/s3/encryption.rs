//! Under which KMS key an object is encrypted (S3 user guide, SSE-KMS), and the permission on it that reading and
//! writing take besides S3's own.
//!
//! The key that AWS manages for S3 does not exist here: who asks for `aws:kms` names a key of the account's own.

use super::bucket;
use crate::arn::Arn;
use crate::authz::{AccessCheck, Environment};
use crate::eval::Principal;
use crate::json::json;
use crate::services::{ApiError, Stage, kms};
use crate::world::World;
use serde_json::Value;

/// The condition keys that tell of it (table B-47).
const ALGORITHM: &str = "s3:x-amz-server-side-encryption";
const KEY_ID: &str = "s3:x-amz-server-side-encryption-aws-kms-key-id";

/// What S3 tells KMS of.
const CONTEXT: &str = "aws:s3:arn";

/// What a request says of it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Wanted<'a> {
    pub(super) algorithm: Option<&'a str>,
    pub(super) key: Option<&'a str>,
}

impl Wanted<'_> {
    /// The key for a new object: the one that is named, or the bucket's.
    pub(super) fn key(&self, stage: &Stage<'_>, bucket: &str) -> Result<Option<Arn>, ApiError> {
        match (self.algorithm, self.key) {
            (None, None) => Ok(stage.world.bucket(bucket).and_then(|bucket| bucket.default_key.clone())),
            (Some("AES256"), None) => Ok(None),
            (Some("aws:kms"), Some(key)) => Ok(Some(kms::key_arn(stage, key))),
            (Some("aws:kms"), None) => {
                let default = stage.world.bucket(bucket).and_then(|bucket| bucket.default_key.clone());
                default.map(Some).ok_or_else(no_managed_key)
            }
            _ => {
                let message = "The encryption method specified is not supported";
                Err(ApiError::new("InvalidArgument", 400, message))
            }
        }
    }

    /// The check with the keys that tell of it (table B-47).
    pub(super) fn with_keys(&self, check: AccessCheck) -> AccessCheck {
        let algorithm = self.algorithm.iter();
        let check = algorithm.fold(check, |check, name| check.with(ALGORITHM, name));
        let key = self.key.iter();
        key.fold(check, |check, key| check.with(KEY_ID, key))
    }
}

/// There is no key of AWS's to fall back to.
pub(super) fn no_managed_key() -> ApiError {
    ApiError::new("NotImplemented", 501, "A header you provided implies functionality that is not implemented.")
}

/// The permission on the key that writing an object takes.
pub(super) fn to_write(key: &Arn, bucket: &str, object: &str) -> AccessCheck {
    let object = Arn::new("s3", "", None, &format!("{bucket}/{object}"));
    kms::check_by("s3", "kms:GenerateDataKey", key, (CONTEXT, &object))
}

/// The permission on a key that reading or writing an object takes besides S3's own, for a question as for a call; none
/// where the object is under no key, or is to be under none. What a question sets of the keys that tell of encryption
/// counts as said in the call.
#[must_use]
pub(in crate::services) fn key_check(
    world: &World,
    action: &str,
    resource: &str,
    environment: &Environment,
) -> Option<AccessCheck> {
    let object: Arn = resource.parse().ok()?;
    let (_, name) = object.resource().split_once('/')?;
    let bucket = world.bucket_of(&object)?;
    if action.eq_ignore_ascii_case("s3:GetObject") {
        let key = bucket.objects.get(name)?.key.as_ref()?;
        return Some(kms::check_by("s3", "kms:Decrypt", key, (CONTEXT, &object)));
    }
    if !action.eq_ignore_ascii_case("s3:PutObject") {
        return None;
    }
    let named = environment.set_to(KEY_ID).and_then(|key| key.parse::<Arn>().ok());
    let key = match environment.set_to(ALGORITHM) {
        Some("AES256") => None,
        _ => named.or_else(|| bucket.default_key.clone()),
    };
    Some(kms::check_by("s3", "kms:GenerateDataKey", &key?, (CONTEXT, &object)))
}

/// The permissions to read an object.
pub(super) fn checks_to_read(stage: &Stage<'_>, bucket: &str, object: &str) -> Vec<AccessCheck> {
    let own = bucket::check("s3:GetObject", bucket, Some(object));
    let key = key_check(stage.world, &own.action, &own.resource, &Environment::default());
    std::iter::once(own).chain(key).collect()
}

/// Adds to an answer how the object is encrypted.
pub(super) fn with_view(mut view: Value, key: Option<&Arn>) -> Value {
    view["ServerSideEncryption"] = json!(if key.is_some() { "aws:kms" } else { "AES256" });
    if let Some(key) = key {
        view["SSEKMSKeyId"] = json!(key);
    }
    view
}

/// KMS is asked for whoever signs, and what is switched off is not used.
pub(super) fn check_usable(stage: &Stage<'_>, key: Option<&Arn>) -> Result<(), ApiError> {
    let Some(key) = key else { return Ok(()) };
    if matches!(stage.caller.caller().map(|caller| &caller.principal), Some(Principal::Anonymous)) {
        let message =
            "Requests specifying Server Side Encryption with AWS KMS managed keys require AWS Signature Version 4.";
        return Err(ApiError::new("InvalidArgument", 400, message));
    }
    kms::check_usable(stage, key)
}
