//! `kms:Encrypt`: encrypts a little under a key.

use super::cipher::{self, Content, EncryptionContext};
use super::key;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        key_id: String,
        plaintext: String,
        encryption_context: EncryptionContext,
    }
}

/// `kms:Encrypt`
#[derive(Clone, Copy, Debug)]
pub(crate) struct Encrypt;

impl Operation for Encrypt {
    type Input = Input;

    const NAME: &'static str = "kms:Encrypt";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let key = key::arn(stage, &input.key_id, None);
        let check = cipher::check(Self::NAME, &key, &input.encryption_context);
        Ok(vec![key::with_alias(check, &input.key_id)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let key = key::find_usable(stage, &key::arn(stage, &input.key_id, None))?.arn();
        let content = Content { key: key.clone(), plaintext: input.plaintext, context: input.encryption_context };
        let blob = cipher::encrypt(stage, &content);
        Ok(json!({ "CiphertextBlob": blob, "KeyId": key, "EncryptionAlgorithm": "SYMMETRIC_DEFAULT" }))
    }
}
