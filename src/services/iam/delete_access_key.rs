//! `iam:DeleteAccessKey`: deletes an access key; without a name the caller's.

use super::entity;
use super::holder::{Holder, in_account};
use crate::authz::AccessCheck;
use crate::services::{ApiError, Operation, Stage};
use serde::Deserialize;
use serde_json::{Value, json};

/// The request.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub(crate) struct Input {
    user_name: Option<String>,
    access_key_id: String,
}

/// `iam:DeleteAccessKey`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteAccessKey;

impl Operation for DeleteAccessKey {
    type Input = Input;

    const NAME: &'static str = "iam:DeleteAccessKey";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let name = entity::own_name(stage, input.user_name.as_ref())?;
        Ok(vec![Holder::User.check(Self::NAME, stage, &name)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let name = entity::own_name(stage, input.user_name.as_ref())?;
        in_account(stage, |account| {
            let is_removed = entity::change_user(account, &name, |user| {
                let n_before = user.access_keys.len();
                user.access_keys.retain(|key| *key.id != *input.access_key_id);
                user.access_keys.len() < n_before
            })?;
            is_removed.then(|| json!({})).ok_or_else(|| entity::no_such_key(&input.access_key_id))
        })
    }
}
