//! `sts:AssumeRole`: temporary credentials for a session of a role (rules F-4 to F-10).
//!
//! Where the call comes from does not matter: a user at home assumes a role as one on an EC2
//! instance does. What matters is the trust policy, and the caller's own policies where the trust
//! policy names an account (C-37).

use super::session::{self, Limits, PolicyDescriptor};
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::eval::Principal;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, validate};
use crate::world::{Role, SessionFacts, SessionSubject};
use serde_json::{Value, json};

request! {
    /// The request. Tags and source identity are not part of it yet and are refused.
    pub(crate) struct Input {
        role_arn: Arn,
        role_session_name: String,
        duration_seconds: Option<u32>,
        policy: Option<String>,
        policy_arns: Vec<PolicyDescriptor>,
        external_id: Option<String>,
        serial_number: Option<String>,
        token_code: Option<String>,
    }
}

/// `sts:AssumeRole`
#[derive(Clone, Copy, Debug)]
pub(crate) struct AssumeRole;

/// The longest session of a role assumed with the credentials of another role (rule F-6).
const CHAINED_SECONDS: u32 = 3_600;

impl Operation for AssumeRole {
    type Input = Input;

    const NAME: &'static str = "sts:AssumeRole";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        validate::sts_name("roleSessionName", &input.role_session_name, 2..=64)?;
        session::check_duration(input.duration_seconds, 900..=43_200)?;
        if matches!(stage.caller.caller().map(|caller| &caller.principal), Some(Principal::Root { .. })) {
            return Err(ApiError::new("AccessDenied", 403, "Roles may not be assumed by root accounts."));
        }
        let check = AccessCheck::new(Self::NAME, input.role_arn.as_str());
        let check = check.with("sts:RoleSessionName", &input.role_session_name);
        let external_id = input.external_id.as_deref();
        Ok(vec![external_id.map_or(check.clone(), |id| check.with("sts:ExternalId", id))])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        session::check_mfa(input.serial_number.as_deref(), input.token_code.as_deref())?;
        let role = stage.world.role(&input.role_arn).cloned();
        let role = role.ok_or_else(|| ApiError::no_such_entity("role", input.role_arn.last_name()))?;
        let seconds = duration(input.duration_seconds, &role, stage)?;
        let account = role.arn.account().unwrap_or_else(|| stage.account());
        let limits = Limits::read(stage, account, input.policy.as_deref(), input.policy_arns)?;
        let name = input.role_session_name.into();
        let subject = SessionSubject::Role { role: role.arn, role_id: role.id, name };
        let session = session::open(stage, subject, account, seconds, limits, SessionFacts::default());
        Ok(json!({
            "Credentials": session::credentials(&session),
            "AssumedRoleUser": { "AssumedRoleId": session.user_id(), "Arn": session.arn() },
        }))
    }
}

/// An hour unless asked otherwise, within the role's maximum (F-5) and the cap of chaining (F-6).
fn duration(asked: Option<u32>, role: &Role, stage: &Stage<'_>) -> Result<u32, ApiError> {
    let seconds = asked.unwrap_or(3_600);
    let caller = stage.caller.caller().map(|caller| &caller.principal);
    if matches!(caller, Some(Principal::AssumedRole { .. })) && seconds > CHAINED_SECONDS {
        let message =
            "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.";
        return Err(ApiError::validation(message));
    }
    if seconds > role.max_session_seconds {
        let message = "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.";
        return Err(ApiError::validation(message));
    }
    Ok(seconds)
}
