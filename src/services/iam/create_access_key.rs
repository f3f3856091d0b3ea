//! `iam:CreateAccessKey`: makes a long-term key; its secret is shown this once (rule E-11); without a name
//! the caller's.

use super::holder::{Holder, in_account};
use super::view;
use crate::authz::AccessCheck;
use crate::catalog::Quota;
use crate::services::{ApiError, Operation, Stage};
use crate::world::{AccessKey, AccessKeyStatus, IdKind};
use serde::Deserialize;
use serde_json::{Value, json};

/// The request.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub(crate) struct Input {
    user_name: Option<String>,
}

/// `iam:CreateAccessKey`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateAccessKey;

impl Operation for CreateAccessKey {
    type Input = Input;

    const NAME: &'static str = "iam:CreateAccessKey";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let name = view::own_name(stage, input.user_name.as_ref())?;
        Ok(vec![Holder::User.check(Self::NAME, stage, &name)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let name = view::own_name(stage, input.user_name.as_ref())?;
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
            let n_keys = account.change_user(&name, |user| {
                user.access_keys.push(key);
                user.access_keys.len()
            });
            match n_keys {
                None => Err(ApiError::no_such_entity("user", &name)),
                Some(n_keys) if n_keys > quota => {
                    Err(ApiError::limit_exceeded(format!("Cannot exceed quota for AccessKeysPerUser: {quota}")))
                }
                Some(_) => Ok(output),
            }
        })
    }
}
