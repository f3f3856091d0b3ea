//! `iam:GetGroup`: shows a group and who is in it.

use super::holder::Holder;
use super::input::OfGroup;
use super::{entity, view};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:GetGroup`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetGroup;

impl Operation for GetGroup {
    type Input = OfGroup;

    const NAME: &'static str = "iam:GetGroup";
    const IS_READ: bool = true;

    fn checks(input: &OfGroup, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Group.check(Self::NAME, stage, &input.group_name)])
    }

    fn execute(input: OfGroup, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let account = entity::account(stage)?;
        let group = entity::group(account, &input.group_name)?;
        let members: Vec<Value> = account.members(&group.name).map(view::user_in_list).collect();
        Ok(json!({ "Group": view::group_whole(group), "Users": members }))
    }
}
