//! `kms:CreateKey`: makes a key with its key policy (rule C-40).

use super::key;
use super::tagging::{self, Tag};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::{Key, Tags};
use serde_json::Value;
use std::collections::BTreeSet;

request! {
    /// The request. Only symmetric keys for encryption, of KMS's own making, are made here.
    pub(crate) struct Input {
        policy: Option<String>,
        description: Option<String>,
        bypass_policy_lockout_safety_check: Option<bool>,
        tags: Vec<Tag>,
        region: Option<String>,
    }
}

/// `kms:CreateKey`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateKey;

impl Operation for CreateKey {
    type Input = Input;

    const NAME: &'static str = "kms:CreateKey";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let bypass = input.bypass_policy_lockout_safety_check.unwrap_or(false);
        let check = AccessCheck::new(Self::NAME, "*")
            .with(key::BYPASS, &bypass.to_string())
            .with("kms:KeySpec", "SYMMETRIC_DEFAULT")
            .with("kms:KeyUsage", "ENCRYPT_DECRYPT")
            .with("kms:KeyOrigin", "AWS_KMS")
            .with("kms:MultiRegion", "false");
        let tag = AccessCheck { action: "kms:TagResource".into(), ..check.clone() };
        let tag = (!input.tags.is_empty()).then(|| tagging::with(tag, &input.tags));
        Ok(std::iter::once(tagging::with(check, &input.tags)).chain(tag).collect())
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let account = stage.account();
        let text = input.policy.unwrap_or_else(|| key::default_policy(account));
        let policy = key::read(stage, &text)?;
        let mut tags = Tags::new();
        tagging::put(&mut tags, input.tags)?;
        let made = Key {
            id: stage.world.next_uuid(),
            account,
            region: input.region.unwrap_or_else(|| "us-east-1".to_owned()).into(),
            description: input.description.unwrap_or_default().into(),
            aliases: BTreeSet::new(),
            policy,
            created: stage.now,
            is_disabled: false,
            tags,
            grants: Vec::new(),
        };
        if !input.bypass_policy_lockout_safety_check.unwrap_or(false) {
            key::check_lock_out(stage, &made)?;
        }
        let output = json!({ "KeyMetadata": key::metadata(&made) });
        stage.world.put_key(made);
        Ok(output)
    }
}
