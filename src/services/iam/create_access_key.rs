//! `iam:CreateAccessKey`: makes a long-term key; its secret is shown this once (rule E-11); without a name
//! the caller's.

use super::entity;
use super::holder::{Holder, in_account};
use super::input::OfUserOrCaller;
use crate::authz::AccessCheck;
use crate::catalog::Quota;
use crate::services::{ApiError, Operation, Stage};
use crate::world::{AccessKey, AccessKeyStatus, IdKind};
use serde_json::{Value, json};

/// `iam:CreateAccessKey`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateAccessKey;

impl Operation for CreateAccessKey {
    type Input = OfUserOrCaller;

    const NAME: &'static str = "iam:CreateAccessKey";

    fn checks(input: &OfUserOrCaller, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let name = entity::own_name(stage, input.user_name.as_ref())?;
        Ok(vec![Holder::User.check(Self::NAME, stage, &name)])
    }

    fn execute(input: OfUserOrCaller, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let name = entity::own_name(stage, input.user_name.as_ref())?;
        let quota = Quota::AccessKeysPerUser.value();
        let key = AccessKey {
            id: stage.world.next_id(IdKind::AccessKey),
            secret: stage.world.next_secret(40),
            status: AccessKeyStatus::Active,
            created: stage.now,
        };
        let output = json!({ "AccessKey": {
            "UserName": name, "AccessKeyId": key.id, "Status": "Active", "SecretAccessKey": key.secret,
            "CreateDate": key.created,
        }});
        in_account(stage, |account| {
            let n_keys = entity::change_user(account, &name, |user| {
                user.access_keys.push(key);
                user.access_keys.len()
            })?;
            if n_keys > quota {
                return Err(ApiError::limit_exceeded(format!("Cannot exceed quota for AccessKeysPerUser: {quota}")));
            }
            Ok(output)
        })
    }
}
