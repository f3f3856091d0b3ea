//! `iam:ListRoles`: lists the roles of the account, by name.

use super::view;
use crate::authz::AccessCheck;
use crate::services::{ApiError, Operation, Stage};
use serde::Deserialize;
use serde_json::{Value, json};

/// The request.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub(crate) struct Input {
    path_prefix: Option<String>,
}

/// `iam:ListRoles`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListRoles;

impl Operation for ListRoles {
    type Input = Input;

    const NAME: &'static str = "iam:ListRoles";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let prefix = format!("role{}", input.path_prefix.as_deref().unwrap_or("/"));
        let all = view::account(stage)?.roles().filter(|role| role.arn.resource().starts_with(&prefix));
        let all: Vec<Value> = all.map(view::role_in_list).collect();
        Ok(json!({ "Roles": all, "IsTruncated": false }))
    }
}
