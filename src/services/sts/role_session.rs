//! Sessions of roles, by whichever call: the permissions they take, how long they last, and the answer that tells of
//! them.

use super::session::{self, Limits, PolicyDescriptor};
use super::tags::{self, Tag};
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Stage};
use crate::world::{Role, Session, SessionFacts, SessionSubject};
use serde_json::Value;

/// What a call asks for, whoever makes it.
pub(in crate::services) struct Asked {
    pub(in crate::services) name: String,
    pub(in crate::services) seconds: Option<u32>,
    pub(in crate::services) policy: Option<String>,
    pub(in crate::services) policy_arns: Vec<PolicyDescriptor>,
    pub(in crate::services) tags: Vec<Tag>,
}

/// The role, or the answer if there is none.
pub(in crate::services) fn find(stage: &Stage<'_>, arn: &Arn) -> Result<Role, ApiError> {
    stage.world.role(arn).cloned().ok_or_else(|| ApiError::no_such_entity("role", arn.last_name()))
}

/// The permissions that a call needs: its own, and those for what goes with the session (rules F-12, F-13). `told` adds
/// the keys that only the call has; all have the same.
pub(in crate::services) fn checks(
    action: &str,
    role: &Arn,
    name: &str,
    facts: &SessionFacts,
    told: impl Fn(AccessCheck) -> AccessCheck,
) -> Vec<AccessCheck> {
    let mut actions = vec![action];
    actions.extend((!facts.tags.is_empty()).then_some("sts:TagSession"));
    actions.extend(facts.source_identity.is_some().then_some("sts:SetSourceIdentity"));
    let check = |action| AccessCheck::new(action, role.as_str()).with("sts:RoleSessionName", name);
    actions.into_iter().map(|action| told(tags::with_keys(check(action), facts))).collect()
}

/// An hour unless asked otherwise, within the role's maximum (rule F-5).
fn seconds(asked: Option<u32>, role: &Role) -> Result<u32, ApiError> {
    let seconds = asked.unwrap_or(3_600);
    if seconds <= role.max_session_seconds {
        return Ok(seconds);
    }
    Err(ApiError::validation("The requested DurationSeconds exceeds the MaxSessionDuration set for this role."))
}

/// Makes the session, and answers with it.
pub(in crate::services) fn open(
    asked: Asked,
    role: Role,
    facts: SessionFacts,
    stage: &mut Stage<'_>,
) -> Result<Value, ApiError> {
    let seconds = seconds(asked.seconds, &role)?;
    let account = role.arn.account().unwrap_or_else(|| stage.account());
    let limits = Limits::read(stage, account, asked.policy.as_deref(), asked.policy_arns, &asked.tags)?;
    let percent = limits.packed_percent;
    let subject = SessionSubject::Role { role: role.arn, role_id: role.id, name: asked.name.into() };
    let session = session::open(stage, subject, account, seconds, limits, facts);
    let mut reply = reply(&session);
    session::add_packed_size(&mut reply, percent);
    if let Some(name) = &session.facts.source_identity {
        reply["SourceIdentity"] = json!(name);
    }
    Ok(reply)
}

/// The answer that every such call begins with.
pub(in crate::services) fn reply(session: &Session) -> Value {
    json!({
        "Credentials": session::credentials(session),
        "AssumedRoleUser": { "AssumedRoleId": session.user_id(), "Arn": session.arn() },
    })
}
