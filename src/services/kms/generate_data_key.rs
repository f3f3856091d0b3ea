//! `kms:GenerateDataKey`: makes a key for much data, in the clear and encrypted under a key.

use super::cipher::{self, Content, EncryptionContext};
use super::key;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use data_encoding::BASE64;
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        key_id: String,
        key_spec: Option<String>,
        number_of_bytes: Option<usize>,
        encryption_context: EncryptionContext,
    }
}

/// `kms:GenerateDataKey`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GenerateDataKey;

impl Operation for GenerateDataKey {
    type Input = Input;

    const NAME: &'static str = "kms:GenerateDataKey";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let key = key::arn(stage, &input.key_id, None);
        let check = cipher::check(Self::NAME, &key, &input.encryption_context);
        Ok(vec![key::with_alias(check, &input.key_id)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let key = key::find_usable(stage, &key::arn(stage, &input.key_id, None))?.arn();
        let n_bytes = match (input.key_spec.as_deref(), input.number_of_bytes) {
            (Some("AES_256"), None) => 32,
            (Some("AES_128"), None) => 16,
            (None, Some(n_bytes)) => n_bytes,
            _ => {
                let message = "Please specify either number of bytes or key spec.";
                return Err(ApiError::new("ValidationException", 400, message));
            }
        };
        let secret = stage.world.next_secret(n_bytes);
        let plaintext = BASE64.encode(secret.as_bytes());
        let content = Content { key: key.clone(), plaintext, context: input.encryption_context };
        let blob = cipher::encrypt(stage, &content);
        Ok(json!({ "CiphertextBlob": blob, "Plaintext": content.plaintext, "KeyId": key }))
    }
}
