//! Records of calls that services take from outsiders, and of the calls of STS by which they then make sessions.
//!
//! CloudTrail has both: what the outsider asked of the service, and what the service asked of STS (CloudTrail user
//! guide, "Values for AWS STS APIs with SAML and web identity federation"; Amazon Cognito developer guide, "Logging
//! with CloudTrail"; IAM Roles Anywhere user guide, "CloudTrail").

use super::kind::Kind;
use super::{Recorded, identity};
use crate::api::door::ApiCall;
use crate::api::record::{Answer, Outcome};
use crate::arn::{AccountId, Arn};
use crate::json::json;
use crate::services::{ApiError, TrailRecord, session_call};
use serde_json::Value;

impl Recorded<'_> {
    /// What the call was about: where somebody came in, or what was asked for first.
    pub(super) fn resource(&self) -> &str {
        let door = self.outsider.and_then(|outsider| outsider.door.as_ref());
        door.map_or(&*self.answer.resource, Arn::as_str)
    }

    /// Who called, as the record of an account says.
    pub(super) fn identity(&self, account: AccountId) -> Value {
        let own = || identity::of(self.caller, self.world, account);
        self.outsider.map_or_else(own, |outsider| outsider.identity.clone())
    }

    /// Records of the call of STS that the service made; none if it did not come to that.
    pub(super) fn records_behind(&self, seed: &str, step: usize) -> Vec<TrailRecord> {
        let Some((call, answer)) = self.session_call() else { return Vec::new() };
        let kind = Kind::of(&call.operation);
        let (caller, world) = (self.caller, self.world);
        let behind = Recorded { call: &call, answer: &answer, caller, world, kind, outsider: None };
        let mut records = behind.records(&format!("{seed} behind"), step);
        for record in &mut records {
            record.event["sourceIPAddress"] = self.kind.source.as_str().into();
            record.event["userAgent"] = self.kind.source.as_str().into();
        }
        records
    }

    fn session_call(&self) -> Option<(ApiCall, Answer)> {
        let (operation, credentials) = session_call(&self.call.operation)?;
        let check = self.answer.checks.first()?;
        let role: Arn = check.request.resource.parse().ok()?;
        let name = check.request.context.single("sts:rolesessionname").unwrap_or_default();
        let is_allowed = self.answer.checks.iter().all(|check| check.verdict.is_allowed());
        let outcome = match &self.answer.outcome {
            Outcome::Done(output) => {
                let id = self.world.role(&role).map(|role| format!("{}:{name}", role.id));
                let session = Arn::new("sts", "", role.account(), &format!("assumed-role/{}/{name}", role.last_name()));
                Outcome::Done(json!({
                    "Credentials": output.pointer(credentials),
                    "AssumedRoleUser": { "AssumedRoleId": id, "Arn": session },
                }))
            }
            _ if is_allowed => return None,
            _ => {
                let refused = self.answer.checks.last().unwrap_or(check);
                let message = format!("Not authorized to perform {}", refused.request.action);
                Outcome::Failed(ApiError::new("AccessDenied", 403, message))
            }
        };
        let call = ApiCall {
            operation: operation.into(),
            input: json!({ "RoleArn": role, "RoleSessionName": name }),
            ..self.call.clone()
        };
        let answer = Answer { resource: role.as_str().into(), outcome, ..self.answer.clone() };
        Some((call, answer))
    }
}
