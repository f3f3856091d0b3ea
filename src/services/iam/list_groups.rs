//! `iam:ListGroups`: lists the groups of the account, by name.

use super::input::OfPath;
use super::{entity, view};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:ListGroups`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListGroups;

impl Operation for ListGroups {
    type Input = OfPath;

    const NAME: &'static str = "iam:ListGroups";
    const IS_READ: bool = true;

    fn checks(_: &OfPath, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(input: OfPath, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let prefix = format!("group{}", input.path_prefix.as_deref().unwrap_or("/"));
        let all = entity::account(stage)?.groups().filter(|group| group.arn.resource().starts_with(&prefix));
        let all: Vec<Value> = all.map(view::group_whole).collect();
        Ok(json!({ "Groups": all }))
    }
}
