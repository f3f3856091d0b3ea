//! `rolesanywhere:CreateProfile`: roles that certificates can get, which are handed to the service by it.

use super::thing;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::policy::PolicyKind;
use crate::services::request::request;
use crate::services::tags::Tag;
use crate::services::{ApiError, Operation, Stage, pass_role};
use crate::world::{AnywhereKind, StoredPolicy};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        name: String,
        role_arns: Vec<Arn>,
        session_policy: Option<String>,
        managed_policy_arns: Vec<Arn>,
        duration_seconds: Option<u32>,
        enabled: Option<bool>,
        accept_role_session_name: bool,
        tags: Vec<Tag>,
    }
}

/// `rolesanywhere:CreateProfile`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateProfile;

impl Operation for CreateProfile {
    type Input = Input;

    const NAME: &'static str = "rolesanywhere:CreateProfile";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let passed = input.role_arns.iter().map(|role| pass_role::check(role, "rolesanywhere.amazonaws.com", None));
        Ok(std::iter::once(thing::check_new(Self::NAME, &input.tags)).chain(passed).collect())
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let kind = AnywhereKind::Profile {
            roles: input.role_arns,
            session_policy: input.session_policy.map(read).transpose()?,
            managed_policies: input.managed_policy_arns,
            seconds: input.duration_seconds.unwrap_or(3_600),
            accepts_session_name: input.accept_role_session_name,
        };
        thing::make(stage, input.name, input.enabled, input.tags, kind)
    }
}

/// A session policy, as it was written.
pub(super) fn read(text: String) -> Result<Box<str>, ApiError> {
    let parsed = StoredPolicy::parse(&text, PolicyKind::Session);
    parsed.map_err(|problems| ApiError::malformed("ValidationException", &problems))?;
    Ok(text.into())
}
