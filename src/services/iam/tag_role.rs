//! `iam:TagRole`: sets tags of a role (rules E-42, E-43).

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
        role_name: String,
        tags: Vec<Tag>,
    }
}

/// `iam:TagRole`
#[derive(Clone, Copy, Debug)]
pub(crate) struct TagRole;

impl Operation for TagRole {
    type Input = Input;

    const NAME: &'static str = "iam:TagRole";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let check = Holder::Role.check(Self::NAME, stage, &input.role_name);
        Ok(vec![tags::with(check, &input.tags)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        in_account(stage, |account| {
            entity::change_role(account, &input.role_name, |role| {
                tags::put(&mut role.tags, input.tags, Keys::AnyCase)
            })??;
            Ok(json!({}))
        })
    }
}
