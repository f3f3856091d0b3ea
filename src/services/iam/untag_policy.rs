//! `iam:UntagPolicy`: takes tags of a managed policy away.

use super::holder::in_account;
use super::managed;
use super::tags::{self, Keys};
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        policy_arn: Arn,
        tag_keys: Vec<String>,
    }
}

/// `iam:UntagPolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct UntagPolicy;

impl Operation for UntagPolicy {
    type Input = Input;

    const NAME: &'static str = "iam:UntagPolicy";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let check = AccessCheck::new(Self::NAME, input.policy_arn.as_str());
        Ok(vec![tags::with_keys(check, input.tag_keys.iter().map(String::as_str))])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        in_account(stage, |account| {
            let mut policy = managed::find_own(account, &input.policy_arn)?.clone();
            tags::remove_all(&mut policy.tags, &input.tag_keys, Keys::AsTyped);
            account.put_policy(policy);
            Ok(json!({}))
        })
    }
}
