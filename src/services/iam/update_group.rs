//! `iam:UpdateGroup`: renames or moves a group, which keeps its members and policies (rule E-13).

use super::holder::{Holder, in_account};
use super::{entity, path};
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        group_name: String,
        new_path: Option<String>,
        new_group_name: Option<String>,
    }
}

/// `iam:UpdateGroup`
#[derive(Clone, Copy, Debug)]
pub(crate) struct UpdateGroup;

impl Operation for UpdateGroup {
    type Input = Input;

    const NAME: &'static str = "iam:UpdateGroup";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let renamed = new_arn(stage, input)?;
        let mut checks = vec![Holder::Group.check(Self::NAME, stage, &input.group_name)];
        if *checks[0].resource != *renamed.as_str() {
            checks.push(AccessCheck::new(Self::NAME, renamed.as_str()));
        }
        Ok(checks)
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let arn = new_arn(stage, &input)?;
        let Input { group_name, new_group_name, .. } = input;
        in_account(stage, |account| {
            let mut group = entity::group(account, &group_name)?.clone();
            let name = new_group_name.unwrap_or_else(|| group.name.clone().into());
            if account.group(&name).is_some_and(|other| other.id != group.id) {
                return Err(ApiError::already_exists("Group", &name));
            }
            account.rename_group(&group_name, &name);
            group.name = name.into();
            group.arn = arn;
            account.put_group(group);
            Ok(json!({}))
        })
    }
}

/// The ARN that the group will have.
fn new_arn(stage: &Stage<'_>, input: &Input) -> Result<Arn, ApiError> {
    let before = Holder::Group.arn(stage.world, stage.account(), &input.group_name);
    let name = input.new_group_name.as_deref().unwrap_or_else(|| before.last_name());
    let old_path = path::of(&before);
    path::arn(stage.account(), Holder::Group.word(), Some(input.new_path.as_deref().unwrap_or(&old_path)), name)
}
