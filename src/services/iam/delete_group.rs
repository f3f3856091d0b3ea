//! `iam:DeleteGroup`: deletes a group that is empty and holds no policies (rule E-15).

use super::entity;
use super::holder::{Holder, in_account};
use super::input::OfGroup;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:DeleteGroup`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteGroup;

impl Operation for DeleteGroup {
    type Input = OfGroup;

    const NAME: &'static str = "iam:DeleteGroup";

    fn checks(input: &OfGroup, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Group.check(Self::NAME, stage, &input.group_name)])
    }

    fn execute(input: OfGroup, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        in_account(stage, |account| {
            let group = entity::group(account, &input.group_name)?;
            let has_members = account.members(&input.group_name).next().is_some();
            entity::check_free(&[
                (has_members, "Cannot delete entity, must remove users from group first."),
                (!group.policies.attached.is_empty(), "Cannot delete entity, must detach all policies first."),
                (!group.policies.inline.is_empty(), "Cannot delete entity, must delete policies first."),
            ])?;
            account.remove_group(&input.group_name);
            Ok(json!({}))
        })
    }
}
