//! `iam:ListUserTags`: lists the tags of a user.

use super::holder::Holder;
use super::input::OfUser;
use super::{entity, tags};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:ListUserTags`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListUserTags;

impl Operation for ListUserTags {
    type Input = OfUser;

    const NAME: &'static str = "iam:ListUserTags";
    const IS_READ: bool = true;

    fn checks(input: &OfUser, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::User.check(Self::NAME, stage, &input.user_name)])
    }

    fn execute(input: OfUser, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let user = entity::user(entity::account(stage)?, &input.user_name)?;
        Ok(json!({ "Tags": tags::list(&user.tags) }))
    }
}
