//! `sts:AssumeRoot`: the root user of a member account, for one task and a quarter of an hour (rules F-22
//! to F-24).
//!
//! The management account makes such sessions, and who administers IAM for the organization. Which switch a task needs
//! is our reading: unlocking wants root sessions; what is about root credentials, one of the two.

use super::session::{self, Limits, PolicyDescriptor};
use crate::arn::{AccountId, Arn};
use crate::authz::AccessCheck;
use crate::eval::Principal;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, validate};
use crate::world::{Organization, RootFeature, SessionFacts, SessionSubject};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        target_principal: String,
        task_policy_arn: PolicyDescriptor,
        duration_seconds: Option<u32>,
    }
}

/// `sts:AssumeRoot`
#[derive(Clone, Copy, Debug)]
pub(crate) struct AssumeRoot;

/// How long the session lasts, and the longest that it can.
const MAX_SECONDS: u32 = 900;

/// What the ARNs of AWS's task policies begin with.
const TASK_POLICIES: &str = "arn:aws:iam::aws:policy/root-task/";

impl Operation for AssumeRoot {
    type Input = Input;

    const NAME: &'static str = "sts:AssumeRoot";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let target = target(&input.target_principal)?;
        if matches!(stage.caller.caller().map(|caller| &caller.principal), Some(Principal::Root { .. })) {
            return Err(refused(stage, target));
        }
        let check = AccessCheck::new(Self::NAME, target.root_arn().as_str());
        Ok(vec![check.with("sts:TaskPolicyArn", input.task_policy_arn.arn.as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let target = target(&input.target_principal)?;
        let organization = stage.world.organization_of(stage.account());
        let may = |organization: &Organization| is_manager(organization, stage.account(), target);
        let task = input.task_policy_arn.arn.as_str().strip_prefix(TASK_POLICIES);
        let is_on = |organization: &Organization| task.is_some_and(|task| is_on(organization, task));
        if !organization.is_some_and(|organization| may(organization) && is_on(organization)) {
            return Err(refused(stage, target));
        }
        let limits = Limits::read(stage, target, None, vec![input.task_policy_arn], &[])?;
        let seconds = input.duration_seconds.unwrap_or(MAX_SECONDS);
        let subject =
            SessionSubject::AssumedRoot { assumed_root: target.root_arn(), user_id: target.to_string().into() };
        let session = session::open(stage, subject, target, seconds, limits, SessionFacts::default());
        Ok(json!({ "Credentials": session::credentials(&session) }))
    }
}

/// The account, by its id or the ARN of its root user.
fn target(text: &str) -> Result<AccountId, ApiError> {
    let by_arn = || text.parse::<Arn>().ok().filter(|arn| arn.resource() == "root").and_then(|arn| arn.account());
    text.parse().ok().or_else(by_arn).ok_or_else(|| {
        let problem = "Member must be an account id or the ARN of a root user";
        validate::failed("targetPrincipal", text, problem)
    })
}

/// Whether an account makes root sessions in another one.
fn is_manager(organization: &Organization, account: AccountId, target: AccountId) -> bool {
    let is_in_charge =
        organization.management_account == account || organization.is_delegated(account, Some("iam.amazonaws.com"));
    is_in_charge && organization.has_account(target) && target != organization.management_account && target != account
}

/// Whether the organization lets sessions be made for a task.
fn is_on(organization: &Organization, task: &str) -> bool {
    let is_on = |feature| organization.has_root_feature(feature);
    is_on(RootFeature::RootSessions) || (is_on(RootFeature::RootCredentialsManagement) && task.starts_with("IAM"))
}

fn refused(stage: &Stage<'_>, target: AccountId) -> ApiError {
    let who = stage.caller.caller().and_then(|caller| caller.principal.arn());
    let who = who.unwrap_or_else(|| stage.account().root_arn());
    let resource = target.root_arn();
    let message = format!("User: {who} is not authorized to perform: sts:AssumeRoot on resource: {resource}");
    ApiError::new("AccessDenied", 403, message)
}
