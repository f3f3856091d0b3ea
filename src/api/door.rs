//! Calls and questions, from credentials to answer.

use super::Sandbox;
use super::authenticate::authenticate;
use super::credentials::Credentials;
use super::denied::access_denied;
use super::encoded::with_encoded_message;
use super::federated;
use super::record::{Answer, CheckRecord, Outcome};
use crate::activity::Use;
use crate::arn::Arn;
use crate::authz::{AccessCheck, Authenticated, Caller, Environment, gather};
use crate::catalog::refusal;
use crate::clock::Timestamp;
use crate::eval::{Principal, authorize_traced};
use crate::json::json;
use crate::services::{ApiError, Stage, checks_of_unmodelled, key_checks, operation};
use crate::world::World;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A call of an AWS API.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ApiCall {
    /// Who calls.
    pub credentials: Credentials,
    /// Service and operation, `iam:CreateUser`.
    pub operation: Box<str>,
    /// The request, with AWS's names.
    pub input: Value,
    /// Where the call comes from.
    pub environment: Environment,
}

/// A question about access: may this be done? Nothing is done.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", try_from = "QuestionForm")]
pub struct Question {
    /// What the request would be signed with.
    pub credentials: Credentials,
    /// `prefix:Name`
    pub action: Box<str>,
    /// An ARN, or `*`.
    pub resource: Box<str>,
    /// Where the call would come from.
    pub environment: Environment,
}

/// A question as it is written; in format 1 the key that signs stood for the credentials.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct QuestionForm {
    credentials: Option<Credentials>,
    access_key_id: Option<Box<str>>,
    action: Box<str>,
    resource: Box<str>,
    environment: Environment,
}

impl TryFrom<QuestionForm> for Question {
    type Error = &'static str;

    fn try_from(form: QuestionForm) -> Result<Self, Self::Error> {
        let credentials = form.credentials.or(form.access_key_id.map(Credentials::Key));
        let credentials = credentials.ok_or("missing field `credentials`")?;
        let QuestionForm { action, resource, environment, .. } = form;
        Ok(Self { credentials, action, resource, environment })
    }
}

impl Question {
    /// A question from the default place, without keys set by hand.
    #[must_use]
    pub fn new(credentials: Credentials, action: &str, resource: &str) -> Self {
        Self { credentials, action: action.into(), resource: resource.into(), environment: Environment::default() }
    }

    /// The call that asks the same and is carried out, where it only reads (decision 19: asking for a
    /// read performs it).
    #[must_use]
    pub fn as_read(&self) -> Option<ApiCall> {
        let arn: Option<Arn> = self.resource.parse().ok();
        let path = arn.filter(|arn| arn.service() == "s3").map(|arn| arn.resource().to_owned());
        let (operation, input) = match (&*self.action, path.as_deref()) {
            ("s3:GetObject", Some(path)) => {
                let (bucket, key) = path.split_once('/')?;
                ("s3:GetObject", json!({ "Bucket": bucket, "Key": key }))
            }
            ("s3:ListBucket", Some(bucket)) if !bucket.contains('/') => {
                ("s3:ListObjectsV2", json!({ "Bucket": bucket }))
            }
            ("sts:GetCallerIdentity", _) => ("sts:GetCallerIdentity", json!({})),
            _ => return None,
        };
        Some(ApiCall {
            credentials: self.credentials.clone(),
            operation: operation.into(),
            input,
            environment: self.environment.clone(),
        })
    }
}

impl Sandbox {
    /// Answers a question about the world as it is, and changes nothing, not even the clock.
    #[must_use]
    pub fn preview(&self, question: &Question) -> Answer {
        let now = self.now();
        let authentication = authenticate(&self.world, &question.credentials, &question.action, now);
        let (mut checks, mut settling) = (Vec::new(), None);
        let outcome = match &authentication {
            Err(failure) => Outcome::Failed(failure.error()),
            Ok(Authenticated::Owner(_)) => Outcome::Allowed,
            Ok(authenticated @ Authenticated::Caller(caller)) => {
                let mut wanted = vec![AccessCheck::new(&question.action, &question.resource)];
                wanted.extend(key_checks(&self.world, &question.action, &question.resource, &question.environment));
                settling = self.settling(caller, &wanted, &question.environment);
                match authorise(&self.seen(), authenticated, &wanted, &question.environment, now, &mut checks) {
                    Ok(()) => Outcome::Allowed,
                    Err(error) => Outcome::Failed(error),
                }
            }
        };
        let (action, resource) = (question.action.clone(), question.resource.clone());
        Answer { at: now, action, resource, authentication, checks, outcome, settling }
    }

    /// Carries a call out on `self.world`, or fails and leaves it as it was.
    pub(super) fn carry_out(&mut self, call: &ApiCall) -> Answer {
        if call.is_switch_role() {
            return self.carry_switch_role(call);
        }
        let now = self.now();
        let mut checks = Vec::new();
        let authentication = federated::authenticate(&self.world, call, now)
            .unwrap_or_else(|| authenticate(&self.world, &call.credentials, &call.operation, now));
        let (mut first, mut settling) = (None, None);
        let result = authentication.as_ref().map_err(super::AuthenticationFailure::error).and_then(|caller| {
            let entry = operation(&call.operation);
            check_account(&call.operation, entry.is_some_and(|entry| entry.is_open_to_all), caller)?;
            let (mut world, mut activity) = (self.world.clone(), self.activity.clone());
            let (environment, past) = (&call.environment, &*self);
            let mut stage = Stage { world: &mut world, caller, now, environment, activity: &mut activity, past };
            let wanted = match entry {
                Some(entry) => entry.checks(&call.input, &stage)?,
                None => checks_of_unmodelled(&call.operation, &call.input, &stage)
                    .ok_or_else(|| unknown_operation(&call.operation))??,
            };
            first = wanted.first().map(|check| (check.action.clone(), check.resource.clone()));
            settling = caller.caller().and_then(|caller| self.settling(caller, &wanted, environment));
            authorise(&self.seen(), caller, &wanted, &call.environment, now, &mut checks)
                .map_err(|error| refused_by(&call.operation, caller, error))
                .map_err(|error| self.with_encoded_message(call, error, checks.last()))
                .map_err(|error| entry.and_then(|entry| entry.refusal(&call.input)).unwrap_or(error))
                .map_err(|error| match entry {
                    Some(entry) => entry.as_answered(error),
                    None => error,
                })?;
            let output = entry.map(|entry| entry.execute(&call.input, &mut stage)).transpose()?;
            Ok(output.map(|output| (world, activity, output)))
        });
        let (action, resource) = first.unwrap_or_else(|| (call.operation.clone(), "*".into()));
        let outcome = match result {
            Ok(Some((world, activity, output))) => {
                (self.world, self.activity) = (world, activity);
                Outcome::Done(output)
            }
            Ok(None) => Outcome::Allowed,
            Err(error) => Outcome::Failed(error),
        };
        let answer = Answer { at: now, action, resource, authentication, checks, outcome, settling };
        self.note_use(call, &answer);
        answer
    }

    /// EC2 adds what only `sts:DecodeAuthorizationMessage` can read (rule D-9).
    fn with_encoded_message(&self, call: &ApiCall, error: ApiError, refused: Option<&CheckRecord>) -> ApiError {
        match refused.filter(|_| call.operation.starts_with("ec2:")) {
            Some(check) => with_encoded_message(error, check, &self.world),
            None => error,
        }
    }

    /// Notes what was used by a call, or by the attempt at one.
    fn note_use(&mut self, call: &ApiCall, answer: &Answer) {
        let Ok(Authenticated::Caller(caller)) = &answer.authentication else { return };
        let session = caller.access_key_id.as_deref().and_then(|key| self.world.session(key));
        let behind = match (&caller.principal, session) {
            (_, Some(session)) => Some((session.id_behind().into(), session.behind().clone())),
            (Principal::User { arn, .. }, None) => caller.user_id.clone().map(|id| (id, arn.clone())),
            (Principal::Root { account }, None) => Some((account.to_string().into(), account.root_arn())),
            _ => None,
        };
        let behind: Option<(Box<str>, Arn)> = behind;
        let region = super::audit::region(call, &self.world);
        let actions = answer.checks.iter().map(|check| check.request.action.to_string());
        let mut actions: Vec<String> = actions.collect();
        if actions.is_empty() {
            actions.push(call.operation.to_string());
        }
        for action in actions {
            self.activity.note(&Use {
                entity: behind.as_ref().map(|(id, arn)| (&**id, arn)),
                access_key_id: caller.access_key_id.as_deref().filter(|_| session.is_none()),
                action: &action,
                region: &region,
                at: answer.at,
            });
        }
    }
}

/// The owner needs no permission; a caller needs all that the operation asks for.
fn authorise(
    world: &World,
    caller: &Authenticated,
    wanted: &[AccessCheck],
    environment: &Environment,
    now: Timestamp,
    checks: &mut Vec<CheckRecord>,
) -> Result<(), ApiError> {
    let Some(caller) = caller.caller() else { return Ok(()) };
    wanted.iter().try_for_each(|check| weigh(world, caller, check, environment, now, checks))
}

fn weigh(
    world: &World,
    caller: &Caller,
    check: &AccessCheck,
    environment: &Environment,
    now: Timestamp,
    checks: &mut Vec<CheckRecord>,
) -> Result<(), ApiError> {
    let (request, policies) = gather(world, caller, check, environment, now);
    let (verdict, trace) = authorize_traced(&request, &policies);
    let result = match verdict.is_allowed() {
        true => Ok(()),
        false => Err(access_denied(&request, &policies, &verdict)),
    };
    checks.push(CheckRecord { request, policies, verdict, trace });
    result
}

/// Callers without an account are only let in where the resource's policy could name them: services,
/// and those whom S3 lets in unsigned.
fn check_account(operation: &str, is_open_to_all: bool, caller: &Authenticated) -> Result<(), ApiError> {
    if is_open_to_all || caller.account().is_some() {
        return Ok(());
    }
    let message = match caller.caller().map(|caller| &caller.principal) {
        Some(Principal::Service { name }) => {
            format!("User: {name} is not authorized to perform: {operation}")
        }
        _ => "Anonymous access is forbidden for this operation".to_owned(),
    };
    Err(ApiError::new("AccessDenied", 403, message))
}

/// A service refuses with its own code, whichever permission is missing: EC2 refuses to pass a role as
/// `UnauthorizedOperation` (rule D-8).
fn refused_by(operation: &str, caller: &Authenticated, error: ApiError) -> ApiError {
    if matches!(caller.caller().map(|caller| &caller.principal), Some(Principal::Anonymous)) {
        return error;
    }
    let (code, status) = refusal(operation.split(':').next().unwrap_or_default());
    ApiError { code: code.into(), status, ..error }
}

fn unknown_operation(name: &str) -> ApiError {
    let operation = name.split(':').next_back().unwrap_or_default();
    ApiError::new("InvalidAction", 400, format!("Could not find operation {operation}"))
}
