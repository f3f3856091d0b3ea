//! `iam:ListRoles`: lists the roles of the account, by name.

use super::input::OfPath;
use super::{entity, view};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:ListRoles`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListRoles;

impl Operation for ListRoles {
    type Input = OfPath;

    const NAME: &'static str = "iam:ListRoles";
    const IS_READ: bool = true;

    fn checks(_: &OfPath, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(input: OfPath, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let prefix = format!("role{}", input.path_prefix.as_deref().unwrap_or("/"));
        let all = entity::account(stage)?.roles().filter(|role| role.arn.resource().starts_with(&prefix));
        let all: Vec<Value> = all.map(view::role_in_list).collect();
        Ok(json!({ "Roles": all }))
    }
}
