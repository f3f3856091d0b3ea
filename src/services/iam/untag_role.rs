//! `iam:UntagRole`: takes tags of a role away.

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
        role_name: String,
        tag_keys: Vec<String>,
    }
}

/// `iam:UntagRole`
#[derive(Clone, Copy, Debug)]
pub(crate) struct UntagRole;

impl Operation for UntagRole {
    type Input = Input;

    const NAME: &'static str = "iam:UntagRole";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let check = Holder::Role.check(Self::NAME, stage, &input.role_name);
        Ok(vec![tags::with_keys(check, input.tag_keys.iter().map(String::as_str))])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        in_account(stage, |account| {
            entity::change_role(account, &input.role_name, |role| {
                tags::remove_all(&mut role.tags, &input.tag_keys, tags::Keys::AnyCase);
            })?;
            Ok(json!({}))
        })
    }
}
