//! `iam:TagPolicy`: sets tags of a managed policy (rules E-42, E-43).

use super::holder::in_account;
use super::managed;
use super::tags::{self, Keys, Tag};
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
        tags: Vec<Tag>,
    }
}

/// `iam:TagPolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct TagPolicy;

impl Operation for TagPolicy {
    type Input = Input;

    const NAME: &'static str = "iam:TagPolicy";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![tags::with(AccessCheck::new(Self::NAME, input.policy_arn.as_str()), &input.tags)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        in_account(stage, |account| {
            let mut policy = managed::find_own(account, &input.policy_arn)?.clone();
            tags::put(&mut policy.tags, input.tags, Keys::AsTyped)?;
            account.put_policy(policy);
            Ok(json!({}))
        })
    }
}
