//! What the calls that make sessions have in common.

use super::tags::{self, Tag};
use crate::arn::{AccountId, Arn};
use crate::catalog::Quota;
use crate::eval::Principal;
use crate::json::json;
use crate::policy::PolicyKind;
use crate::services::iam::bring_in;
use crate::services::request::request;
use crate::services::{ApiError, Stage, validate};
use crate::world::{Session, SessionFacts, SessionSubject, StoredPolicy};
use serde_json::Value;

request! {
    /// How a managed session policy is named.
    pub(in crate::services) struct PolicyDescriptor {
        pub(in crate::services) arn: Arn,
    }
}

impl From<Arn> for PolicyDescriptor {
    fn from(arn: Arn) -> Self {
        Self { arn }
    }
}

/// Most managed policies that can be passed for a session (rule F-15).
const MAX_MANAGED_POLICIES: usize = 10;

/// The longest session that the root user gets, and the one it gets unless it asks for less (F-46).
const ROOT_SECONDS: u32 = 3_600;

/// How long a user's session lasts unless asked otherwise: half a day.
const USER_SECONDS: u32 = 43_200;

/// What a session may do beyond whom it speaks for.
#[derive(Clone, Debug, Default)]
pub(super) struct Limits {
    policy: Option<StoredPolicy>,
    policy_arns: Vec<Arn>,
    /// How much of what may be passed the policies and tags take, in percent; none if none are passed. AWS packs
    /// them in a way of its own, so its figures are smaller.
    pub(super) packed_percent: Option<usize>,
}

impl Limits {
    /// Reads the session policies. Text and ARNs together have 2,048 characters, white space counted, and so
    /// have they with the tags; managed policies are those of the account, or AWS's own (rule F-15).
    pub(super) fn read(
        stage: &mut Stage<'_>,
        account: AccountId,
        text: Option<&str>,
        descriptors: Vec<PolicyDescriptor>,
        tags: &[Tag],
    ) -> Result<Self, ApiError> {
        let policy_arns: Vec<Arn> = descriptors.into_iter().map(|descriptor| descriptor.arn).collect();
        let packed_percent = packed_percent(text, &policy_arns, tags)?;
        let malformed = |problems: Vec<_>| ApiError::malformed("MalformedPolicyDocument", &problems);
        let policy = text.map(|text| StoredPolicy::parse(text, PolicyKind::Session).map_err(malformed)).transpose()?;
        let now = stage.now;
        for arn in &policy_arns {
            let known = stage.world.change_account(account, |account| bring_in(account, arn, now));
            known.unwrap_or_else(|| Err(ApiError::no_such_entity("account", &account.to_string())))?;
        }
        Ok(Self { policy, policy_arns, packed_percent })
    }
}

fn packed_percent(text: Option<&str>, arns: &[Arn], tags: &[Tag]) -> Result<Option<usize>, ApiError> {
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
    let n_all = n_characters + arns.iter().map(|arn| arn.as_str().len()).sum::<usize>() + tags::n_characters(tags);
    let percent = (n_all * 100).div_ceil(quota);
    if n_all > quota {
        let message = format!("Packed policy consumes {percent}% of allotted space, please use smaller policy.");
        return Err(ApiError::new("PackedPolicyTooLarge", 400, message));
    }
    Ok((n_all > 0).then_some(percent))
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

/// Adds the member `PackedPolicySize` to the reply, where something was passed that could be packed.
pub(super) fn add_packed_size(reply: &mut Value, percent: Option<usize>) {
    if let Some(percent) = percent {
        reply["PackedPolicySize"] = json!(percent);
    }
}

/// The session whose credentials sign the call, if it is one.
pub(super) fn calling<'a>(stage: &'a Stage<'_>) -> Option<&'a Session> {
    stage.world.session(stage.caller.caller()?.access_key_id.as_deref()?)
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
            asked => asked.unwrap_or(USER_SECONDS),
        }
    }
}
