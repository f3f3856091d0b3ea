//! "Revoke active sessions", the console's button on a role (rules F-34, F-35).

use super::credentials::Credentials;
use super::door::ApiCall;
use crate::authz::Environment;
use crate::clock::Timestamp;
use crate::json::json;
use crate::world::{Session, World};
use serde_json::Value;

/// What the console calls the inline policy.
const POLICY_NAME: &str = "AWSRevokeOlderSessions";

/// Since when a session of a role is denied everything because it was issued before; none if the button was not
/// pressed since, or the session had ended by then.
#[must_use]
pub fn revoked_before(world: &World, session: &Session) -> Option<Timestamp> {
    let policy = world.role(session.role()?)?.policies.inline.get(POLICY_NAME)?;
    let document: Value = serde_json::from_str(policy.text()).ok()?;
    let before = document.pointer("/Statement/0/Condition/DateLessThan/aws:TokenIssueTime")?.as_str()?;
    Timestamp::parse(before).filter(|before| session.issued < *before && *before < session.expires)
}

impl ApiCall {
    /// The call that the button makes: an inline policy that denies everything to the sessions of a role that were
    /// issued before `now`. It ends none of them and denies nothing to later ones.
    ///
    /// ```
    /// use iam_sandbox::api::{ApiCall, Credentials, Sandbox, Scenario};
    /// let mut sandbox = Sandbox::new(Scenario::first());
    /// let owner = Credentials::Owner("111122223333".parse().unwrap());
    /// let call = ApiCall::revoke_sessions(owner, "report-editor", sandbox.now());
    /// assert!(sandbox.call(call).is_allowed());
    /// ```
    #[must_use]
    pub fn revoke_sessions(credentials: Credentials, role_name: &str, now: Timestamp) -> Self {
        let document = json!({
            "Version": "2012-10-17",
            "Statement": [{
                "Effect": "Deny",
                "Action": ["*"],
                "Resource": ["*"],
                "Condition": { "DateLessThan": { "aws:TokenIssueTime": now } },
            }],
        });
        let document = serde_json::to_string_pretty(&document).unwrap_or_default();
        let input = json!({ "RoleName": role_name, "PolicyName": POLICY_NAME, "PolicyDocument": document });
        Self { credentials, operation: "iam:PutRolePolicy".into(), input, environment: Environment::default() }
    }
}
