//! `iam:DeleteLoginProfile`: takes the password of a user away, who keeps the access keys (rule E-14).

use super::holder::in_account;
use super::input::OfUserOrCaller;
use super::subject::Subject;
use super::{entity, password};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use crate::world::RootPassword;
use serde_json::Value;

/// `iam:DeleteLoginProfile`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteLoginProfile;

impl Operation for DeleteLoginProfile {
    type Input = OfUserOrCaller;

    const NAME: &'static str = "iam:DeleteLoginProfile";

    fn checks(input: &OfUserOrCaller, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Subject::of_password(stage, input.user_name.as_ref())?.check(Self::NAME, stage)])
    }

    fn execute(input: OfUserOrCaller, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let subject = Subject::of_password(stage, input.user_name.as_ref())?;
        in_account(stage, |account| {
            match &subject {
                Subject::User(name) => {
                    let before = entity::change_user(account, name, |user| user.login.take())?;
                    before.ok_or_else(|| password::no_profile(name))?;
                }
                Subject::Root if account.root.password == RootPassword::None => {
                    return Err(password::no_profile("root"));
                }
                Subject::Root => account.root.password = RootPassword::None,
            }
            Ok(json!({}))
        })
    }
}
