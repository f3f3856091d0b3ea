//! `iam:CreateAccessKey`: makes a long-term key; its secret is shown this once (rule E-11); without a name
//! the caller's.

use super::input::OfUserOrCaller;
use super::subject::Subject;
use crate::authz::AccessCheck;
use crate::catalog::Quota;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage, validate};
use crate::world::{AccessKey, AccessKeyStatus, IdKind};
use serde_json::Value;

/// `iam:CreateAccessKey`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateAccessKey;

impl Operation for CreateAccessKey {
    type Input = OfUserOrCaller;

    const NAME: &'static str = "iam:CreateAccessKey";

    fn checks(input: &OfUserOrCaller, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Subject::of(stage, input.user_name.as_ref())?.check(Self::NAME, stage)])
    }

    fn execute(input: OfUserOrCaller, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let subject = Subject::of(stage, input.user_name.as_ref())?;
        let key = AccessKey {
            id: stage.world.next_id(IdKind::AccessKey),
            secret: stage.world.next_secret(40),
            status: AccessKeyStatus::Active,
            created: stage.now,
        };
        let output = json!({ "AccessKey": subject.answer(&json!({
            "AccessKeyId": key.id, "Status": "Active", "SecretAccessKey": key.secret, "CreateDate": key.created,
        }))});
        subject.change_keys(stage, |keys| {
            validate::room(Quota::AccessKeysPerUser, "AccessKeysPerUser", keys.len())?;
            keys.push(key);
            Ok(output)
        })
    }
}
