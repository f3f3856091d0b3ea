//! `iam:GetLoginProfile`: shows that a user has a password, and not which (rule E-14).

use super::input::OfUserOrCaller;
use super::subject::Subject;
use super::{entity, password};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use crate::world::RootPassword;
use serde_json::Value;

/// `iam:GetLoginProfile`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetLoginProfile;

impl Operation for GetLoginProfile {
    type Input = OfUserOrCaller;

    const NAME: &'static str = "iam:GetLoginProfile";
    const IS_READ: bool = true;

    fn checks(input: &OfUserOrCaller, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Subject::of_password(stage, input.user_name.as_ref())?.check(Self::NAME, stage)])
    }

    fn execute(input: OfUserOrCaller, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let subject = Subject::of_password(stage, input.user_name.as_ref())?;
        let account = entity::account(stage)?;
        let missing = |name: &str| password::no_profile(name);
        let profile = match &subject {
            Subject::User(name) => {
                let profile = entity::user(account, name)?.login.as_ref().ok_or_else(|| missing(name))?;
                password::profile(profile)
            }
            Subject::Root => match &account.root.password {
                RootPassword::Set(profile) | RootPassword::Unknown(profile) => password::profile(profile),
                RootPassword::Initial => json!({ "PasswordResetRequired": false }),
                RootPassword::None => return Err(missing("root")),
            },
        };
        Ok(json!({ "LoginProfile": subject.answer(&profile) }))
    }
}
