//! `sts:AssumeRole`: temporary credentials for a session of a role (rules F-4 to F-10).
//!
//! Where the call comes from does not matter: a user at home assumes a role as one on an EC2
//! instance does. What matters is the trust policy, and the caller's own policies where the trust
//! policy names an account (C-37).

use super::mfa::Code;
use super::role_session::{self, Asked};
use super::session::{self, PolicyDescriptor};
use super::tags::{self, Tag};
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::eval::Principal;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, delivery};
use crate::world::SessionFacts;
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        role_arn: Arn,
        role_session_name: String,
        duration_seconds: Option<u32>,
        policy: Option<String>,
        policy_arns: Vec<PolicyDescriptor>,
        external_id: Option<String>,
        serial_number: Option<String>,
        token_code: Option<String>,
        tags: Vec<Tag>,
        transitive_tag_keys: Vec<String>,
        source_identity: Option<String>,
    }
}

impl Input {
    fn code(&self) -> Code {
        Code { serial_number: self.serial_number.clone(), token_code: self.token_code.clone() }
    }

    /// What the session is to go with: tags, and the source identity, which stays what it is in a chain (rule
    /// F-20).
    fn facts(&self, stage: &Stage<'_>) -> Result<SessionFacts, ApiError> {
        let before = session::calling(stage);
        let known = before.and_then(|session| session.facts.source_identity.as_ref());
        let set = self.source_identity.as_deref();
        if known.is_some_and(|known| set.is_some_and(|set| *set != **known)) {
            let message = "The source identity is already set for this assume role session";
            return Err(ApiError::validation(message));
        }
        let source_identity = known.cloned().or_else(|| set.map(Into::into));
        Ok(SessionFacts { source_identity, ..tags::read(&self.tags, &self.transitive_tag_keys, before)? })
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
    const IS_OPEN_TO_ALL: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let facts = input.facts(stage)?;
        input.code().check(stage)?;
        Ok(role_session::checks(Self::NAME, &input.role_arn, &input.role_session_name, &facts, |check| {
            told(input, check)
        }))
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut facts = input.facts(stage)?;
        facts.mfa = input.code().take(stage)?;
        let role = role_session::find(stage, &input.role_arn)?;
        if let Some(session) = delivery::deliver(&role, &input.role_session_name, stage) {
            return Ok(role_session::reply(&session));
        }
        check_chaining(input.duration_seconds, stage)?;
        let asked = Asked {
            name: input.role_session_name,
            seconds: input.duration_seconds,
            policy: input.policy,
            policy_arns: input.policy_arns,
            tags: input.tags,
        };
        role_session::open(asked, role, facts, stage)
    }
}

/// The keys that only this call has (rules F-11, F-14).
fn told(input: &Input, mut check: AccessCheck) -> AccessCheck {
    if let Some(id) = &input.external_id {
        check = check.with("sts:ExternalId", id);
    }
    if let Some(name) = &input.source_identity {
        check = check.with("sts:SourceIdentity", name);
    }
    input.code().with_keys(check)
}

/// The cap of chaining (rule F-6).
fn check_chaining(asked: Option<u32>, stage: &Stage<'_>) -> Result<(), ApiError> {
    let caller = stage.caller.caller().map(|caller| &caller.principal);
    let is_chained = matches!(caller, Some(Principal::AssumedRole { .. }));
    if !is_chained || asked.is_none_or(|seconds| seconds <= CHAINED_SECONDS) {
        return Ok(());
    }
    let message = "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.";
    Err(ApiError::validation(message))
}
