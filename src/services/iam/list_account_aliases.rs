//! `iam:ListAccountAliases`: lists the one name that an account can have (rule E-38).

use super::entity;
use super::input::Nothing;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:ListAccountAliases`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListAccountAliases;

impl Operation for ListAccountAliases {
    type Input = Nothing;

    const NAME: &'static str = "iam:ListAccountAliases";
    const IS_READ: bool = true;

    fn checks(_: &Nothing, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(_: Nothing, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let aliases: Vec<_> = entity::account(stage)?.alias.iter().collect();
        Ok(json!({ "AccountAliases": aliases }))
    }
}
