//! `iam:ChangePassword`: replaces the password of the user who calls, who must know the old one (rule E-14).

use super::holder::{Holder, in_account};
use super::{entity, password};
use crate::authz::AccessCheck;
use crate::eval::Principal;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        old_password: String,
        new_password: String,
    }
}

/// `iam:ChangePassword`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ChangePassword;

impl Operation for ChangePassword {
    type Input = Input;

    const NAME: &'static str = "iam:ChangePassword";

    fn checks(_: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::User.check(Self::NAME, stage, &own_name(stage)?)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let name = own_name(stage)?;
        let now = stage.now;
        in_account(stage, |account| {
            let mut profile = entity::user(account, &name)?.login.clone().ok_or_else(|| password::no_profile(&name))?;
            if *profile.password != *input.old_password {
                return Err(ApiError::new("AccessDenied", 403, "The old password was incorrect."));
            }
            password::check(account, &input.new_password, Some(&profile))?;
            profile.change(&input.new_password, false, now);
            entity::change_user(account, &name, |user| user.login = Some(profile))?;
            Ok(json!({}))
        })
    }
}

/// The user who calls; the root user changes the own password on the page of the account.
fn own_name(stage: &Stage<'_>) -> Result<String, ApiError> {
    match stage.caller.caller().map(|caller| &caller.principal) {
        Some(Principal::User { arn, .. }) => Ok(arn.last_name().to_owned()),
        _ => Err(ApiError::new("InvalidUserType", 400, "Only IAM Users can change their own password.")),
    }
}
