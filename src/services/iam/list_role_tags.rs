//! `iam:ListRoleTags`: lists the tags of a role.

use super::holder::Holder;
use super::input::OfRole;
use super::{entity, tags};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:ListRoleTags`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListRoleTags;

impl Operation for ListRoleTags {
    type Input = OfRole;

    const NAME: &'static str = "iam:ListRoleTags";
    const IS_READ: bool = true;

    fn checks(input: &OfRole, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Role.check(Self::NAME, stage, &input.role_name)])
    }

    fn execute(input: OfRole, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let role = entity::role(entity::account(stage)?, &input.role_name)?;
        Ok(json!({ "Tags": tags::list(&role.tags) }))
    }
}
