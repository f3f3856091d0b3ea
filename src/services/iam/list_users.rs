//! `iam:ListUsers`: lists the users of the account, by name.

use super::input::OfPath;
use super::{entity, view};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:ListUsers`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListUsers;

impl Operation for ListUsers {
    type Input = OfPath;

    const NAME: &'static str = "iam:ListUsers";
    const IS_READ: bool = true;

    fn checks(_: &OfPath, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(input: OfPath, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let prefix = format!("user{}", input.path_prefix.as_deref().unwrap_or("/"));
        let all = entity::account(stage)?.users().filter(|user| user.arn.resource().starts_with(&prefix));
        let all: Vec<Value> =
            all.map(|user| view::with_password_use(view::user_in_list(user), user, stage.activity)).collect();
        Ok(json!({ "Users": all }))
    }
}
