//! `iam:AttachUserPolicy`: attaches a managed policy to a user (rule E-20).

use super::holder::Holder;
use super::input::UserAttachment;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:AttachUserPolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct AttachUserPolicy;

impl Operation for AttachUserPolicy {
    type Input = UserAttachment;

    const NAME: &'static str = "iam:AttachUserPolicy";

    fn checks(input: &UserAttachment, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let check = Holder::User.check(Self::NAME, stage, &input.user_name);
        Ok(vec![check.with("iam:PolicyARN", input.policy_arn.as_str())])
    }

    fn execute(input: UserAttachment, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        Holder::User.attach(stage, &input.user_name, &input.policy_arn)?;
        Ok(json!({}))
    }
}
