//! `iam:CreateLoginProfile`: gives a user a password for the console (rule E-14); in a session for that task it lets the
//! root user of the account recover one.

use super::holder::in_account;
use super::subject::Subject;
use super::{entity, password};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, validate};
use crate::world::{LoginProfile, RootPassword};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        user_name: Option<String>,
        password: Option<String>,
        password_reset_required: bool,
    }
}

/// `iam:CreateLoginProfile`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateLoginProfile;

impl Operation for CreateLoginProfile {
    type Input = Input;

    const NAME: &'static str = "iam:CreateLoginProfile";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Subject::of_password(stage, input.user_name.as_ref())?.check(Self::NAME, stage)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let Input { user_name, password: wanted, password_reset_required } = input;
        let subject = Subject::of_password(stage, user_name.as_ref())?;
        let now = stage.now;
        in_account(stage, |account| match &subject {
            Subject::Root if wanted.is_some() => {
                Err(ApiError::validation("Password cannot be specified in the request for the root user."))
            }
            Subject::Root => {
                if !matches!(account.root.password, RootPassword::None) {
                    return Err(ApiError::new(
                        "EntityAlreadyExists",
                        409,
                        "Login Profile for the root user already exists.",
                    ));
                }
                let profile = LoginProfile::new("", false, now);
                let output = subject.answer(&password::profile(&profile));
                account.root.password = RootPassword::Unknown(profile);
                Ok(json!({ "LoginProfile": output }))
            }
            Subject::User(name) => {
                let wanted = wanted.as_deref().ok_or_else(|| validate::missing("password"))?;
                if entity::user(account, name)?.login.is_some() {
                    let message = format!("Login Profile for user {name} already exists.");
                    return Err(ApiError::new("EntityAlreadyExists", 409, message));
                }
                password::check(account, wanted, None)?;
                let profile = LoginProfile::new(wanted, password_reset_required, now);
                let output = subject.answer(&password::profile(&profile));
                entity::change_user(account, name, |user| user.login = Some(profile))?;
                Ok(json!({ "LoginProfile": output }))
            }
        })
    }
}
