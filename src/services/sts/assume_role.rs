//! `sts:AssumeRole`: temporary credentials for a session of a role (rules F-4 to F-10).
//!
//! Where the call comes from does not matter: a user at home assumes a role as one on an EC2
//! instance does. What matters is the trust policy, and the caller's own policies where the trust
//! policy names an account (C-37).

use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::catalog::Quota;
use crate::eval::Principal;
use crate::policy::PolicyKind;
use crate::services::{ApiError, Operation, Stage, validate};
use crate::world::{IdKind, Role, Session, StoredPolicy};
use serde::Deserialize;
use serde_json::{Value, json};

/// The request. Tags, MFA and source identity are not part of it yet and are refused.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub(crate) struct Input {
    role_arn: Arn,
    role_session_name: String,
    duration_seconds: Option<u32>,
    policy: Option<String>,
    #[serde(default)]
    policy_arns: Vec<PolicyDescriptor>,
    external_id: Option<String>,
}

/// How a managed session policy is named.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PolicyDescriptor {
    arn: Arn,
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
        validate::name("roleSessionName", &input.role_session_name, 2..=64)?;
        check_duration_range(input.duration_seconds)?;
        if matches!(stage.caller.caller().map(|caller| &caller.principal), Some(Principal::Root { .. })) {
            return Err(ApiError::new("AccessDenied", 403, "Roles may not be assumed by root accounts."));
        }
        let check = AccessCheck::new(Self::NAME, input.role_arn.as_str());
        let check = check.with("sts:RoleSessionName", &input.role_session_name);
        let external_id = input.external_id.as_deref();
        Ok(vec![external_id.map_or(check.clone(), |id| check.with("sts:ExternalId", id))])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let role = stage.world.role(&input.role_arn).cloned();
        let role = role.ok_or_else(|| ApiError::no_such_entity("role", input.role_arn.last_name()))?;
        let seconds = duration(input.duration_seconds, &role, stage)?;
        let policy = input.policy.as_deref().map(session_policy).transpose()?;
        let account = role.arn.account().unwrap_or_else(|| stage.account());
        let policy_arns = input.policy_arns.into_iter().map(|descriptor| descriptor.arn).collect();
        let session = Session {
            access_key_id: stage.world.next_id(IdKind::TemporaryAccessKey),
            secret: stage.world.next_secret(40),
            token: stage.world.next_secret(160),
            role: role.arn,
            role_id: role.id,
            name: input.role_session_name.into(),
            account,
            issued: stage.now,
            expires: stage.now.plus_seconds(i64::from(seconds)),
            policy,
            policy_arns,
            parent: stage.caller.caller().and_then(|caller| caller.access_key_id.clone()),
        };
        let output = output(&session);
        stage.world.put_session(session);
        Ok(output)
    }
}

fn check_duration_range(seconds: Option<u32>) -> Result<(), ApiError> {
    let Some(seconds) = seconds else { return Ok(()) };
    let problem = match seconds {
        ..900 => "Member must have value greater than or equal to 900",
        43_201.. => "Member must have value less than or equal to 43200",
        _ => return Ok(()),
    };
    Err(validate::failed("durationSeconds", &seconds.to_string(), problem))
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

/// Session policies count with their white space, 2,048 characters (rule F-15).
fn session_policy(text: &str) -> Result<StoredPolicy, ApiError> {
    let quota = Quota::SessionPolicyCharacters.value();
    if text.chars().count() > quota {
        let problem = format!("Member must have length less than or equal to {quota}");
        return Err(validate::failed("policy", text, &problem));
    }
    StoredPolicy::parse(text, PolicyKind::Session)
        .map_err(|problems| ApiError::malformed("MalformedPolicyDocument", &problems))
}

fn output(session: &Session) -> Value {
    json!({
        "Credentials": {
            "AccessKeyId": session.access_key_id,
            "SecretAccessKey": session.secret,
            "SessionToken": session.token,
            "Expiration": session.expires,
        },
        "AssumedRoleUser": {
            "AssumedRoleId": format!("{}:{}", session.role_id, session.name),
            "Arn": session.arn(),
        },
    })
}
