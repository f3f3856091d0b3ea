//! Switching role in the console (rules F-31 to F-33).
//!
//! A switch is `sts:AssumeRole` of whoever signed in, also where a switch follows a switch; the role session then is
//! the console's. It is a call of an operation that no service model has. AWS shows one sentence for what is typed
//! wrongly; what the trust policy says is told by the answer as for every other call.

use super::Sandbox;
use super::authenticate::authenticate;
use super::credentials::Credentials;
use super::door::ApiCall;
use super::record::{Answer, Outcome};
use crate::arn::{AccountId, Arn};
use crate::authz::Environment;
use crate::json::json;
use crate::services::ApiError;
use crate::world::{Session, SessionOrigin, World};
use serde_json::Value;

/// The service, and what CloudTrail calls it.
const OPERATION: &str = "signin:SwitchRole";

/// The longest session of the console.
const MAX_SECONDS: i64 = 43_200;

/// Path and name of a role together, as the console takes them (rule E-4).
const MAX_CHARACTERS: usize = 64;

impl ApiCall {
    /// The switch of a console session, whose key `access_key_id` is, to the role with that path and name, such as
    /// `audit/reader`.
    #[must_use]
    pub fn switch_role(access_key_id: &str, account: AccountId, role_name: &str) -> Self {
        let input = json!({ "Account": account, "RoleName": role_name });
        let credentials = Credentials::key(access_key_id);
        Self { credentials, operation: OPERATION.into(), input, environment: Environment::default() }
    }

    pub(super) fn is_switch_role(&self) -> bool {
        &*self.operation == OPERATION
    }
}

impl Sandbox {
    /// Switches role in `self.world`, or fails and leaves it as it was.
    pub(super) fn carry_switch_role(&mut self, call: &ApiCall) -> Answer {
        let asked = original(&self.world, call).zip(role(&call.input));
        let Some((original, role)) = asked.map(|(original, role)| (original.clone(), role)) else {
            return self.refuse(call);
        };
        // The name of whoever signed in; the root user, who has none, is refused for another reason.
        let name = original.behind().last_name();
        let assume = ApiCall {
            credentials: Credentials::Key(original.access_key_id.clone()),
            operation: "sts:AssumeRole".into(),
            input: json!({ "RoleArn": role, "RoleSessionName": name }),
            environment: call.environment.clone(),
        };
        let mut answer = self.carry_out(&assume);
        if let Outcome::Done(output) = &mut answer.outcome {
            let key = output.pointer("/Credentials/AccessKeyId").and_then(Value::as_str).map(str::to_owned);
            if let Some(session) = key.and_then(|key| self.world.session(&key).cloned()) {
                *output = json!({ "SwitchRole": "Success", "AccessKeyId": session.access_key_id });
                self.keep_switched(session, &original);
            }
        }
        answer
    }

    /// As long as the role allows, and no longer than the console session goes on.
    fn keep_switched(&mut self, session: Session, original: &Session) {
        let role = session.role().and_then(|arn| self.world.role(arn));
        let seconds = role.map_or(MAX_SECONDS, |role| i64::from(role.max_session_seconds).min(MAX_SECONDS));
        let mut session = session;
        session.expires = session.issued.plus_seconds(seconds).min(original.expires);
        session.facts.origin = SessionOrigin::SwitchRole;
        self.world.put_session(session);
    }

    fn refuse(&self, call: &ApiCall) -> Answer {
        let at = self.now();
        let authentication = authenticate(&self.world, &call.credentials, OPERATION, at);
        let wrong = || {
            let message =
                "Invalid information in one or more fields. Check your information or contact your administrator.";
            ApiError::new("AccessDenied", 403, message)
        };
        let error = authentication.as_ref().err().map_or_else(wrong, super::AuthenticationFailure::error);
        let (action, resource, settling) = (OPERATION.into(), "*".into(), None);
        Answer { at, action, resource, authentication, checks: Vec::new(), outcome: Outcome::Failed(error), settling }
    }
}

/// The session that was signed in to: the calling one, or the one that it was switched from.
fn original<'a>(world: &'a World, call: &ApiCall) -> Option<&'a Session> {
    let calling = world.session(call.credentials.access_key_id()?)?;
    let original = match calling.facts.origin {
        SessionOrigin::SwitchRole => world.session(calling.parent.as_deref()?)?,
        _ => calling,
    };
    (original.facts.origin == SessionOrigin::SignIn).then_some(original)
}

fn role(input: &Value) -> Option<Arn> {
    let account: AccountId = input["Account"].as_str()?.parse().ok()?;
    let name = input["RoleName"].as_str().filter(|name| !name.is_empty() && name.chars().count() <= MAX_CHARACTERS)?;
    Some(Arn::new("iam", "", Some(account), &format!("role/{}", name.trim_start_matches('/'))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::{AuthenticationFailure, Question, Scenario};
    use crate::world::SessionSubject;

    fn trust(condition: Value) -> String {
        let principal = json!({ "AWS": "111122223333" });
        let statement =
            json!({ "Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRole", "Condition": condition });
        json!({ "Version": "2012-10-17", "Statement": statement }).to_string()
    }

    /// ana may become an auditor; the auditor may do nothing in STS; a contractor must bring an external id.
    fn build(sandbox: &mut Sandbox) {
        let allow = json!({ "Effect": "Allow", "Action": ["sts:AssumeRole", "s3:ListAllMyBuckets"], "Resource": "*" });
        let policy = json!({ "Version": "2012-10-17", "Statement": allow }).to_string();
        let demands = json!({ "StringEquals": { "sts:ExternalId": "x1" } });
        let role = |name: &str, path: &str, seconds: u32, condition: Value| json!({ "RoleName": name, "Path": path, "MaxSessionDuration": seconds, "AssumeRolePolicyDocument": trust(condition) });
        let calls = [
            ("iam:CreateUser", json!({ "UserName": "ana" })),
            ("iam:PutUserPolicy", json!({ "UserName": "ana", "PolicyName": "p", "PolicyDocument": policy })),
            ("iam:CreateRole", role("auditor", "/audit/", 7_200, json!({}))),
            ("iam:CreateRole", role("other", "/", 43_200, json!({}))),
            ("iam:CreateRole", role("contractor", "/", 3_600, demands)),
        ];
        for (operation, input) in calls {
            let (credentials, environment) = (Credentials::Owner(account()), Environment::default());
            let done = sandbox.call(ApiCall { credentials, operation: operation.into(), input, environment });
            assert!(done.error().is_none(), "{operation}: {:?}", done.outcome);
        }
    }

    fn account() -> AccountId {
        "111122223333".parse().unwrap()
    }

    fn console(sandbox: &mut Sandbox, user: Arn, user_id: &str) -> Box<str> {
        let now = sandbox.now();
        let subject = SessionSubject::User { user, user_id: user_id.into() };
        let mut session = Session::new(&mut sandbox.world, subject, account(), now, 43_200);
        session.facts.origin = SessionOrigin::SignIn;
        let key = session.access_key_id.clone();
        sandbox.world.put_session(session);
        key
    }

    fn signed_in() -> (Sandbox, Box<str>) {
        let mut sandbox = Sandbox::new(Scenario::first());
        build(&mut sandbox);
        let ana = sandbox.world().account(account()).unwrap().user("ana").unwrap();
        let (arn, id) = (ana.arn.clone(), ana.id.clone());
        let key = console(&mut sandbox, arn, &id);
        (sandbox, key)
    }

    fn switch<'a>(sandbox: &'a mut Sandbox, key: &str, role: &str) -> &'a Answer {
        sandbox.call(ApiCall::switch_role(key, account(), role))
    }

    fn key(answer: &Answer) -> Box<str> {
        let Outcome::Done(output) = &answer.outcome else { panic!("{:?}", answer.outcome) };
        output["AccessKeyId"].as_str().unwrap().into()
    }

    fn may_list_buckets(sandbox: &Sandbox, key: &str) -> bool {
        sandbox.preview(&Question::new(Credentials::key(key), "s3:ListAllMyBuckets", "*")).is_allowed()
    }

    /// Rules F-21, F-31 and F-33.
    #[test]
    fn a_switch_is_named_after_the_user_and_sets_the_users_permissions_aside() {
        let (mut sandbox, ana) = signed_in();
        let auditor = key(switch(&mut sandbox, &ana, "audit/auditor"));
        let session = sandbox.world().session(&auditor).unwrap().clone();
        assert_eq!(session.arn().as_str(), "arn:aws:sts::111122223333:assumed-role/auditor/ana");
        assert_eq!(session.parent.as_ref(), Some(&ana));
        assert!(may_list_buckets(&sandbox, &ana) && !may_list_buckets(&sandbox, &auditor));
        // The auditor may assume nothing; it is ana who switches on.
        let other = key(switch(&mut sandbox, &auditor, "other"));
        assert_eq!(sandbox.world().session(&other).unwrap().parent.as_ref(), Some(&ana));
    }

    /// Rule F-32: the role's maximum, or the rest of the console session.
    #[test]
    fn a_switch_lasts_as_long_as_role_and_console_session_allow() {
        let (mut sandbox, ana) = signed_in();
        let lasts = |sandbox: &Sandbox, key: &str| {
            let session = sandbox.world().session(key).unwrap();
            session.expires.epoch_seconds() - session.issued.epoch_seconds()
        };
        let auditor = key(switch(&mut sandbox, &ana, "audit/auditor"));
        assert_eq!(lasts(&sandbox, &auditor), 7_200);
        sandbox.advance_clock(36_000);
        let other = key(switch(&mut sandbox, &ana, "other"));
        let ends = sandbox.world().session(&ana).unwrap().expires;
        assert_eq!(sandbox.world().session(&other).unwrap().expires, ends);
        assert!(lasts(&sandbox, &other) < 7_200);
    }

    /// Rules F-31 and F-32: not the root user, not without a console, not where an external id is demanded.
    #[test]
    fn some_cannot_switch() {
        let (mut sandbox, ana) = signed_in();
        let message = |answer: &Answer| answer.error().unwrap().message.clone();
        let refused = switch(&mut sandbox, &ana, "contractor");
        assert!(message(refused).contains("sts:AssumeRole"), "{}", message(refused));
        let missing = switch(&mut sandbox, &ana, "nowhere");
        assert_eq!(missing.error().unwrap().code, "AccessDenied");
        let long = "x".repeat(65);
        assert!(message(switch(&mut sandbox, &ana, &long)).starts_with("Invalid information in one or more fields."));
        let root = console(&mut sandbox, account().root_arn(), "111122223333");
        let refused = switch(&mut sandbox, &root, "other");
        assert_eq!(message(refused), "Roles may not be assumed by root accounts.");
        let alice = sandbox.keys().find(|key| &*key.name == "alice").unwrap().access_key_id;
        assert!(switch(&mut sandbox, &alice, "other").error().is_some());
        sandbox.advance_clock(43_200);
        let expired = switch(&mut sandbox, &ana, "other");
        assert!(matches!(expired.authentication, Err(AuthenticationFailure::Expired { .. })));
    }
}
