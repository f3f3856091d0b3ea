//! `s3:PutBucketEncryption`: says under which key new objects are encrypted. Those that are there stay as they are.

use super::{bucket, encryption};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, kms};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        bucket: String,
        server_side_encryption_configuration: Configuration,
    }
}

request! {
    struct Configuration {
        rules: Vec<Rule>,
    }
}

request! {
    /// There is one.
    struct Rule {
        default = "ApplyServerSideEncryptionByDefault": Option<Default>,
        #[expect(dead_code, reason = "nobody pays for calls of KMS")]
        bucket_key_enabled: Option<bool>,
    }
}

request! {
    struct Default {
        algorithm = "SSEAlgorithm": String,
        key = "KMSMasterKeyID": Option<String>,
    }
}

/// `s3:PutBucketEncryption`
#[derive(Clone, Copy, Debug)]
pub(crate) struct PutBucketEncryption;

impl Operation for PutBucketEncryption {
    type Input = Input;

    const NAME: &'static str = "s3:PutBucketEncryption";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![bucket::check("s3:PutEncryptionConfiguration", &input.bucket, None)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut changed = bucket::find(stage, &input.bucket)?;
        let rule = input.server_side_encryption_configuration.rules.into_iter().next();
        let wanted = rule.and_then(|rule| rule.default);
        changed.default_key = match wanted {
            Some(Default { algorithm, key: Some(key) }) if algorithm == "aws:kms" => Some(kms::key_arn(stage, &key)),
            Some(Default { algorithm, key: None }) if algorithm == "AES256" => None,
            Some(Default { algorithm, key: None }) if algorithm == "aws:kms" => {
                return Err(encryption::no_managed_key());
            }
            _ => {
                let message =
                    "The XML you provided was not well-formed or did not validate against our published schema";
                return Err(ApiError::new("MalformedXML", 400, message));
            }
        };
        stage.world.put_bucket(changed);
        Ok(json!({}))
    }
}
