//! `iam:UntagUser`: takes tags of a user away.

use super::holder::{Holder, in_account};
use super::{entity, tags};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        user_name: String,
        tag_keys: Vec<String>,
    }
}

/// `iam:UntagUser`
#[derive(Clone, Copy, Debug)]
pub(crate) struct UntagUser;

impl Operation for UntagUser {
    type Input = Input;

    const NAME: &'static str = "iam:UntagUser";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let check = Holder::User.check(Self::NAME, stage, &input.user_name);
        Ok(vec![tags::with_keys(check, input.tag_keys.iter().map(String::as_str))])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        in_account(stage, |account| {
            entity::change_user(account, &input.user_name, |user| {
                tags::remove_all(&mut user.tags, &input.tag_keys, tags::Keys::AnyCase);
            })?;
            Ok(json!({}))
        })
    }
}
