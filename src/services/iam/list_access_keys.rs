//! `iam:ListAccessKeys`: lists the access keys of a user, without their secrets; without a name the caller's.

use super::entity;
use super::input::OfUserOrCaller;
use super::subject::Subject;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use crate::world::AccessKeyStatus;
use serde_json::Value;

/// `iam:ListAccessKeys`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListAccessKeys;

impl Operation for ListAccessKeys {
    type Input = OfUserOrCaller;

    const NAME: &'static str = "iam:ListAccessKeys";
    const IS_READ: bool = true;

    fn checks(input: &OfUserOrCaller, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Subject::of(stage, input.user_name.as_ref())?.check(Self::NAME, stage)])
    }

    fn execute(input: OfUserOrCaller, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let subject = Subject::of(stage, input.user_name.as_ref())?;
        let keys = subject.keys(entity::account(stage)?)?.iter().map(|key| {
            let status = if key.status == AccessKeyStatus::Active { "Active" } else { "Inactive" };
            subject.answer(&json!({ "AccessKeyId": key.id, "Status": status, "CreateDate": key.created }))
        });
        let keys: Vec<Value> = keys.collect();
        Ok(json!({ "AccessKeyMetadata": keys }))
    }
}
