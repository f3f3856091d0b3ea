//! `iam:UpdateLoginProfile`: sets the password of a user who has one, without asking for the old one (rule E-14).

use super::holder::{Holder, in_account};
use super::{entity, password};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        user_name: String,
        password: Option<String>,
        password_reset_required: Option<bool>,
    }
}

/// `iam:UpdateLoginProfile`
#[derive(Clone, Copy, Debug)]
pub(crate) struct UpdateLoginProfile;

impl Operation for UpdateLoginProfile {
    type Input = Input;

    const NAME: &'static str = "iam:UpdateLoginProfile";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::User.check(Self::NAME, stage, &input.user_name)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let now = stage.now;
        in_account(stage, |account| {
            let name = &input.user_name;
            let mut profile = entity::user(account, name)?.login.clone().ok_or_else(|| password::no_profile(name))?;
            let is_reset_required = input.password_reset_required.unwrap_or(profile.is_reset_required);
            if let Some(wanted) = &input.password {
                password::check(account, wanted, Some(&profile))?;
                profile.change(wanted, is_reset_required, now);
            }
            profile.is_reset_required = is_reset_required;
            entity::change_user(account, name, |user| user.login = Some(profile))?;
            Ok(json!({}))
        })
    }
}
