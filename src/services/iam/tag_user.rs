//! `iam:TagUser`: sets tags of a user (rules E-42, E-43).

use super::entity;
use super::holder::{Holder, in_account};
use super::tags::{self, Keys, Tag};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        user_name: String,
        tags: Vec<Tag>,
    }
}

/// `iam:TagUser`
#[derive(Clone, Copy, Debug)]
pub(crate) struct TagUser;

impl Operation for TagUser {
    type Input = Input;

    const NAME: &'static str = "iam:TagUser";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let check = Holder::User.check(Self::NAME, stage, &input.user_name);
        Ok(vec![tags::with(check, &input.tags)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        in_account(stage, |account| {
            entity::change_user(account, &input.user_name, |user| {
                tags::put(&mut user.tags, input.tags, Keys::AnyCase)
            })??;
            Ok(json!({}))
        })
    }
}
