//! `iam:CreateGroup`: makes a group.

use super::holder::{Holder, in_account};
use super::{path, view};
use crate::authz::AccessCheck;
use crate::catalog::Quota;
use crate::json::json;
use crate::services::request::request;
use crate::services::validate;
use crate::services::{ApiError, Operation, Stage};
use crate::world::{Group, IdKind, PolicyHolder};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        path: Option<String>,
        group_name: String,
    }
}

/// `iam:CreateGroup`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateGroup;

impl Operation for CreateGroup {
    type Input = Input;

    const NAME: &'static str = "iam:CreateGroup";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Group.check_new(Self::NAME, stage, input.path.as_deref(), &input.group_name)?])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let arn = path::arn(stage.account(), Holder::Group.word(), input.path.as_deref(), &input.group_name)?;
        let id = stage.world.next_id(IdKind::Group);
        let name = input.group_name.clone().into();
        let group = Group { name, arn, id, created: stage.now, policies: PolicyHolder::default() };
        let output = json!({ "Group": view::group_whole(&group) });
        in_account(stage, |account| {
            if account.group(&input.group_name).is_some() {
                return Err(ApiError::already_exists("Group", &input.group_name));
            }
            validate::room(Quota::GroupsPerAccount, "GroupsPerAccount", account.groups().count())?;
            account.put_group(group);
            Ok(output)
        })
    }
}
