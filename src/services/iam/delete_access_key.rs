//! `iam:DeleteAccessKey`: deletes an access key; without a name the caller's.

use super::entity;
use super::subject::Subject;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        user_name: Option<String>,
        access_key_id: String,
    }
}

/// `iam:DeleteAccessKey`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteAccessKey;

impl Operation for DeleteAccessKey {
    type Input = Input;

    const NAME: &'static str = "iam:DeleteAccessKey";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Subject::of(stage, input.user_name.as_ref())?.check(Self::NAME, stage)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let subject = Subject::of(stage, input.user_name.as_ref())?;
        subject.change_keys(stage, |keys| {
            let n_before = keys.len();
            keys.retain(|key| *key.id != *input.access_key_id);
            let is_removed = keys.len() < n_before;
            is_removed.then(|| json!({})).ok_or_else(|| entity::no_such_key(&input.access_key_id))
        })
    }
}
