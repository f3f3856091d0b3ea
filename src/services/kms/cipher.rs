//! What is encrypted under a key, and how requests tell of it.
//!
//! No key has material: a blob is covered by a secret of the world, so that only the world can read it again, and only
//! as the key that it was encrypted under with the same encryption context.

use crate::arn::{AccountId, Arn};
use crate::authz::AccessCheck;
use crate::eval::ContextValue;
use crate::services::{ApiError, Stage};
use data_encoding::{BASE64, BASE64URL_NOPAD};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Pairs that are not secret and must be the same when something is decrypted.
pub(super) type EncryptionContext = BTreeMap<String, String>;

/// What is in a blob.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(super) struct Content {
    /// The key that it is encrypted under.
    pub(super) key: Arn,
    /// In base 64.
    pub(super) plaintext: String,
    /// What must be said again.
    pub(super) context: EncryptionContext,
}

/// The blob, in base 64.
pub(super) fn encrypt(stage: &Stage<'_>, content: &Content) -> String {
    let text = serde_json::to_string(content).unwrap_or_default();
    let covered = stage.world.encode(AccountId::NOBODY, &text);
    BASE64.encode(&BASE64URL_NOPAD.decode(covered.as_bytes()).unwrap_or_default())
}

/// What is in a blob that this world made, with the same encryption context.
pub(super) fn decrypt(stage: &Stage<'_>, blob: &str, context: &EncryptionContext) -> Result<Content, ApiError> {
    let invalid = || ApiError::new("InvalidCiphertextException", 400, "");
    let bytes = BASE64.decode(blob.as_bytes()).map_err(|_| invalid())?;
    let text = stage.world.decode(AccountId::NOBODY, &BASE64URL_NOPAD.encode(&bytes)).ok_or_else(invalid)?;
    let content: Content = crate::json::read(&text).map_err(|_| invalid())?;
    if content.context == *context { Ok(content) } else { Err(invalid()) }
}

/// Permission for a cryptographic operation, with the keys that tell of it (KMS developer guide, condition keys).
pub(super) fn check(action: &str, key: &Arn, context: &EncryptionContext) -> AccessCheck {
    let mut check = AccessCheck::new(action, key.as_str()).with("kms:EncryptionAlgorithm", "SYMMETRIC_DEFAULT");
    for (name, value) in context {
        check = check.with(&format!("kms:EncryptionContext:{name}"), value);
    }
    if !context.is_empty() {
        let names = context.keys().map(|name| name.as_str().into()).collect();
        check.context.set("kms:EncryptionContextKeys", ContextValue::Many(names));
    }
    check
}

/// The same, asked by a service for whoever reads or writes what it keeps under the key: it calls on with the caller's
/// credentials (rule C-57), and names what it is about in the encryption context.
pub(in crate::services) fn check_by(service: &str, action: &str, key: &Arn, about: (&str, &Arn)) -> AccessCheck {
    let context = EncryptionContext::from([(about.0.to_owned(), about.1.to_string())]);
    check(action, key, &context)
        .with("kms:ViaService", &format!("{service}.{}.amazonaws.com", key.region()))
        .with("aws:ViaAWSService", "true")
}
