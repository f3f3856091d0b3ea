//! `rolesanywhere:UpdateProfile`: changes what is said of a profile, and leaves the rest.

use super::{create_profile, thing};
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, pass_role};
use crate::world::AnywhereKind;
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        profile_id: String,
        name: Option<String>,
        session_policy: Option<String>,
        role_arns: Option<Vec<Arn>>,
        managed_policy_arns: Option<Vec<Arn>>,
        duration_seconds: Option<u32>,
        accept_role_session_name: Option<bool>,
    }
}

/// `rolesanywhere:UpdateProfile`
#[derive(Clone, Copy, Debug)]
pub(crate) struct UpdateProfile;

impl Operation for UpdateProfile {
    type Input = Input;

    const NAME: &'static str = "rolesanywhere:UpdateProfile";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let roles = input.role_arns.iter().flatten();
        let passed = roles.map(|role| pass_role::check(role, "rolesanywhere.amazonaws.com", None));
        Ok(thing::check(Self::NAME, stage, "profile", &input.profile_id).into_iter().chain(passed).collect())
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut one = thing::find(stage, "profile", &input.profile_id)?;
        if let Some(name) = input.name {
            one.name = name.into();
        }
        if let AnywhereKind::Profile { roles, session_policy, managed_policies, seconds, accepts_session_name } =
            &mut one.kind
        {
            *roles = input.role_arns.unwrap_or_else(|| roles.clone());
            *managed_policies = input.managed_policy_arns.unwrap_or_else(|| managed_policies.clone());
            *seconds = input.duration_seconds.unwrap_or(*seconds);
            *accepts_session_name = input.accept_role_session_name.unwrap_or(*accepts_session_name);
            if let Some(policy) = input.session_policy {
                *session_policy = Some(create_profile::read(policy)?);
            }
        }
        one.updated = stage.now;
        let output = thing::view_alone(&one);
        stage.world.put_anywhere(one);
        Ok(output)
    }
}
