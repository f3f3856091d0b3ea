//! `iam:UpdateUser`: renames or moves a user, who stays the same user (rule E-13).

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
        user_name: String,
        new_path: Option<String>,
        new_user_name: Option<String>,
    }
}

/// `iam:UpdateUser`
#[derive(Clone, Copy, Debug)]
pub(crate) struct UpdateUser;

impl Operation for UpdateUser {
    type Input = Input;

    const NAME: &'static str = "iam:UpdateUser";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let renamed = new_arn(stage, input)?;
        let mut checks = vec![Holder::User.check(Self::NAME, stage, &input.user_name)];
        if *checks[0].resource != *renamed.as_str() {
            checks.push(AccessCheck::new(Self::NAME, renamed.as_str()));
        }
        Ok(checks)
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let before = Holder::User.arn(stage.world, stage.account(), &input.user_name);
        let arn = new_arn(stage, &input)?;
        let Input { user_name, new_user_name, .. } = input;
        in_account(stage, |account| {
            let mut user = entity::user(account, &user_name)?.clone();
            let name = new_user_name.unwrap_or_else(|| user.name.clone().into());
            if account.user(&name).is_some_and(|other| other.id != user.id) {
                return Err(ApiError::already_exists("User", &name));
            }
            account.remove_user(&user_name);
            user.name = name.into();
            user.arn = arn.clone();
            account.put_user(user);
            Ok(())
        })?;
        stage.world.follow_user(&before, &arn);
        Ok(json!({}))
    }
}

/// The ARN that the user will have.
fn new_arn(stage: &Stage<'_>, input: &Input) -> Result<Arn, ApiError> {
    let before = Holder::User.arn(stage.world, stage.account(), &input.user_name);
    let name = input.new_user_name.as_deref().unwrap_or_else(|| before.last_name());
    let old_path = path::of(&before);
    path::arn(stage.account(), Holder::User.word(), Some(input.new_path.as_deref().unwrap_or(&old_path)), name)
}
