//! `sts:AssumeRole`: temporary credentials for a session of a role (rules F-4 to F-10).
//!
//! Where the call comes from does not matter: a user at home assumes a role as one on an EC2
//! instance does. What matters is the trust policy, and the caller's own policies where the trust
//! policy names an account (C-37).

use super::mfa::Code;
use super::session::{self, Limits, PolicyDescriptor};
use super::tags::{self, Tag};
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::eval::Principal;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, delivery};
use crate::world::{Role, Session, SessionFacts, SessionSubject};
use serde_json::{Value, json};

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
        if matches!(stage.caller.caller().map(|caller| &caller.principal), Some(Principal::Root { .. })) {
            return Err(ApiError::new("AccessDenied", 403, "Roles may not be assumed by root accounts."));
        }
        let facts = input.facts(stage)?;
        input.code().check(stage)?;
        let mut actions = vec![Self::NAME];
        // What goes on in a chain needs the permissions as well as what is passed (rules F-12, F-13).
        if !facts.tags.is_empty() {
            actions.push("sts:TagSession");
        }
        if facts.source_identity.is_some() {
            actions.push("sts:SetSourceIdentity");
        }
        Ok(actions.into_iter().map(|action| check(input, &facts, action)).collect())
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut facts = input.facts(stage)?;
        facts.mfa = input.code().take(stage)?;
        let role = stage.world.role(&input.role_arn).cloned();
        let role = role.ok_or_else(|| ApiError::no_such_entity("role", input.role_arn.last_name()))?;
        if let Some(session) = delivery::deliver(&role, &input.role_session_name, stage) {
            return Ok(reply(&session));
        }
        let seconds = duration(input.duration_seconds, &role, stage)?;
        let account = role.arn.account().unwrap_or_else(|| stage.account());
        let limits = Limits::read(stage, account, input.policy.as_deref(), input.policy_arns, &input.tags)?;
        let name = input.role_session_name.into();
        let subject = SessionSubject::Role { role: role.arn, role_id: role.id, name };
        let percent = limits.packed_percent;
        let session = session::open(stage, subject, account, seconds, limits, facts);
        let mut reply = self::reply(&session);
        session::add_packed_size(&mut reply, percent);
        if let Some(name) = &session.facts.source_identity {
            reply["SourceIdentity"] = json!(name);
        }
        Ok(reply)
    }
}

/// Permission for one of the actions that the call amounts to; all have the same keys (rules F-11, F-14).
fn check(input: &Input, facts: &SessionFacts, action: &str) -> AccessCheck {
    let mut check = AccessCheck::new(action, input.role_arn.as_str());
    check = check.with("sts:RoleSessionName", &input.role_session_name);
    if let Some(id) = &input.external_id {
        check = check.with("sts:ExternalId", id);
    }
    if let Some(name) = &input.source_identity {
        check = check.with("sts:SourceIdentity", name);
    }
    input.code().with_keys(tags::with_keys(check, facts))
}

fn reply(session: &Session) -> Value {
    json!({
        "Credentials": session::credentials(session),
        "AssumedRoleUser": { "AssumedRoleId": session.user_id(), "Arn": session.arn() },
    })
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
