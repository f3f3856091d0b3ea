//! What the calls that make sessions have in common.

use crate::arn::{AccountId, Arn};
use crate::catalog::Quota;
use crate::eval::Principal;
use crate::policy::PolicyKind;
use crate::services::iam::bring_in;
use crate::services::request::request;
use crate::services::{ApiError, Stage, validate};
use crate::world::{Session, SessionFacts, SessionSubject, StoredPolicy};
use serde_json::{Value, json};
use std::ops::RangeInclusive;

request! {
    /// How a managed session policy is named.
    pub(super) struct PolicyDescriptor {
        pub(super) arn: Arn,
    }
}

/// Most managed policies that can be passed for a session (rule F-15).
const MAX_MANAGED_POLICIES: usize = 10;

/// The longest session that the root user gets, and the one it gets unless it asks for less (F-46).
const ROOT_SECONDS: u32 = 3_600;

/// Half a day, unless asked otherwise, and a day and a half at the most.
const USER_SECONDS: (u32, u32) = (43_200, 129_600);

/// What a session may do beyond whom it speaks for.
#[derive(Clone, Debug, Default)]
pub(super) struct Limits {
    policy: Option<StoredPolicy>,
    policy_arns: Vec<Arn>,
}

impl Limits {
    /// Reads the session policies. Text and ARNs together have 2,048 characters, white space counted;
    /// managed policies are those of the account, or AWS's own (rule F-15).
    pub(super) fn read(
        stage: &mut Stage<'_>,
        account: AccountId,
        text: Option<&str>,
        descriptors: Vec<PolicyDescriptor>,
    ) -> Result<Self, ApiError> {
        let policy_arns: Vec<Arn> = descriptors.into_iter().map(|descriptor| descriptor.arn).collect();
        check_sizes(text, &policy_arns)?;
        let malformed = |problems: Vec<_>| ApiError::malformed("MalformedPolicyDocument", &problems);
        let policy = text.map(|text| StoredPolicy::parse(text, PolicyKind::Session).map_err(malformed)).transpose()?;
        let now = stage.now;
        for arn in &policy_arns {
            let known = stage.world.change_account(account, |account| bring_in(account, arn, now));
            known.unwrap_or_else(|| Err(ApiError::no_such_entity("account", &account.to_string())))?;
        }
        Ok(Self { policy, policy_arns })
    }
}

fn check_sizes(text: Option<&str>, arns: &[Arn]) -> Result<(), ApiError> {
    if arns.len() > MAX_MANAGED_POLICIES {
        let problem = format!("Member must have length less than or equal to {MAX_MANAGED_POLICIES}");
        let list: Vec<_> = arns.iter().map(Arn::as_str).collect();
        return Err(validate::failed("policyArns", &format!("[{}]", list.join(", ")), &problem));
    }
    let quota = Quota::SessionPolicyCharacters.value();
    let n_characters = text.map_or(0, |text| text.chars().count());
    if let Some(text) = text.filter(|_| n_characters > quota) {
        let problem = format!("Member must have length less than or equal to {quota}");
        return Err(validate::failed("policy", text, &problem));
    }
    let n_all = n_characters + arns.iter().map(|arn| arn.as_str().len()).sum::<usize>();
    if n_all > quota {
        let percent = n_all * 100 / quota;
        let message = format!("Packed policy consumes {percent}% of allotted space, please use smaller policy.");
        return Err(ApiError::new("PackedPolicyTooLarge", 400, message));
    }
    Ok(())
}

/// Makes the session and puts it into the world.
pub(super) fn open(
    stage: &mut Stage<'_>,
    subject: SessionSubject,
    account: AccountId,
    seconds: u32,
    limits: Limits,
    facts: SessionFacts,
) -> Session {
    let session = Session {
        policy: limits.policy,
        policy_arns: limits.policy_arns,
        parent: stage.caller.caller().and_then(|caller| caller.access_key_id.clone()),
        facts,
        ..Session::new(stage.world, subject, account, stage.now, seconds)
    };
    stage.world.put_session(session.clone());
    session
}

/// The member `Credentials` of the reply (rule F-1).
pub(super) fn credentials(session: &Session) -> Value {
    json!({
        "AccessKeyId": session.access_key_id,
        "SecretAccessKey": session.secret,
        "SessionToken": session.token,
        "Expiration": session.expires,
    })
}

/// Refuses a duration outside the range that the operation takes at all (rule F-4).
pub(super) fn check_duration(seconds: Option<u32>, range: RangeInclusive<u32>) -> Result<(), ApiError> {
    let Some(seconds) = seconds.filter(|seconds| !range.contains(seconds)) else { return Ok(()) };
    let problem = if seconds < *range.start() {
        format!("Member must have value greater than or equal to {}", range.start())
    } else {
        format!("Member must have value less than or equal to {}", range.end())
    };
    Err(validate::failed("durationSeconds", &seconds.to_string(), &problem))
}

/// No device in this world could have made the code, so it cannot be validated (rules F-11, F-45).
pub(super) fn check_mfa(serial_number: Option<&str>, token_code: Option<&str>) -> Result<(), ApiError> {
    if serial_number.is_none() && token_code.is_none() {
        return Ok(());
    }
    let message = "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.";
    Err(ApiError::new("AccessDenied", 403, message))
}

/// A user or root user whose long-term credentials may ask for a session of their own kind.
pub(super) struct LongTerm {
    /// The user, or the ARN that ends in `:root`.
    pub(super) arn: Arn,
    /// The id of the user; the root user's is the account id.
    pub(super) id: Box<str>,
    pub(super) account: AccountId,
    is_root: bool,
}

impl LongTerm {
    /// Who calls; roles and services get none of these sessions. The owner of the world stands for the
    /// root user.
    pub(super) fn of(stage: &Stage<'_>, name: &str) -> Result<Self, ApiError> {
        let account = stage.account();
        let root = || Self { arn: account.root_arn(), id: account.to_string().into(), account, is_root: true };
        let Some(caller) = stage.caller.caller() else { return Ok(root()) };
        match &caller.principal {
            Principal::Root { .. } => Ok(root()),
            Principal::User { arn, .. } => {
                let id = caller.user_id.clone().unwrap_or_default();
                Ok(Self { arn: arn.clone(), id, account, is_root: false })
            }
            _ => {
                let message = format!("Cannot call {name} with session credentials");
                Err(ApiError::new("AccessDenied", 403, message))
            }
        }
    }

    /// How long the session lasts; the root user's never longer than an hour.
    pub(super) fn seconds(&self, asked: Option<u32>) -> u32 {
        match asked {
            Some(seconds) if self.is_root => seconds.min(ROOT_SECONDS),
            None if self.is_root => ROOT_SECONDS,
            asked => asked.unwrap_or(USER_SECONDS.0),
        }
    }
}

/// Refuses durations that no user gets.
pub(super) fn check_user_duration(seconds: Option<u32>) -> Result<(), ApiError> {
    check_duration(seconds, 900..=USER_SECONDS.1)
}
