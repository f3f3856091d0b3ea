//! `iam:UpdateAccessKey`: switches an access key off or on (rule E-11); without a name the caller's.

use super::entity;
use super::subject::Subject;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::{read_by_serde, request};
use crate::services::{ApiError, Operation, Stage};
use crate::world::AccessKeyStatus;
use serde::Deserialize;
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        user_name: Option<String>,
        access_key_id: String,
        status: Status,
    }
}

/// `iam:UpdateAccessKey`
#[derive(Clone, Copy, Debug)]
pub(crate) struct UpdateAccessKey;

impl Operation for UpdateAccessKey {
    type Input = Input;

    const NAME: &'static str = "iam:UpdateAccessKey";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Subject::of(stage, input.user_name.as_ref())?.check(Self::NAME, stage)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let subject = Subject::of(stage, input.user_name.as_ref())?;
        let status = match input.status {
            Status::Active => AccessKeyStatus::Active,
            Status::Inactive => AccessKeyStatus::Inactive,
        };
        subject.change_keys(stage, |keys| {
            let key = keys.iter_mut().find(|key| *key.id == *input.access_key_id);
            key.map(|key| key.status = status).ok_or_else(|| entity::no_such_key(&input.access_key_id))
        })?;
        Ok(json!({}))
    }
}

/// What a key can be.
#[derive(Clone, Copy, Debug, Deserialize)]
enum Status {
    Active,
    Inactive,
}

read_by_serde!(Status);
