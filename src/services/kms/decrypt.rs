//! `kms:Decrypt`: decrypts what was encrypted under a key, which the blob names.

use super::cipher::{self, EncryptionContext};
use super::key;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        ciphertext_blob: String,
        encryption_context: EncryptionContext,
        key_id: Option<String>,
    }
}

/// `kms:Decrypt`
#[derive(Clone, Copy, Debug)]
pub(crate) struct Decrypt;

impl Operation for Decrypt {
    type Input = Input;

    const NAME: &'static str = "kms:Decrypt";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let content = cipher::decrypt(stage, &input.ciphertext_blob, &input.encryption_context)?;
        let check = cipher::check(Self::NAME, &content.key, &input.encryption_context);
        Ok(vec![input.key_id.iter().fold(check, |check, id| key::with_alias(check, id))])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let content = cipher::decrypt(stage, &input.ciphertext_blob, &input.encryption_context)?;
        if input.key_id.is_some_and(|id| key::arn(stage, &id, None) != content.key) {
            let message = "The key ID in the request does not identify a CMK that can perform this operation.";
            return Err(ApiError::new("IncorrectKeyException", 400, message));
        }
        let key = key::find_usable(stage, &content.key)?.arn();
        Ok(json!({ "KeyId": key, "Plaintext": content.plaintext, "EncryptionAlgorithm": "SYMMETRIC_DEFAULT" }))
    }
}
