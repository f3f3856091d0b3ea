//! `sts:GetFederationToken`: temporary credentials for somebody whom a user vouches for (rule C-30).

use super::session::{self, Limits, LongTerm, PolicyDescriptor};
use super::tags::{self, Tag};
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::SessionSubject;
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        name: String,
        duration_seconds: Option<u32>,
        policy: Option<String>,
        policy_arns: Vec<PolicyDescriptor>,
        tags: Vec<Tag>,
    }
}

/// `sts:GetFederationToken`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetFederationToken;

impl Operation for GetFederationToken {
    type Input = Input;

    const NAME: &'static str = "sts:GetFederationToken";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        LongTerm::of(stage, "GetFederationToken")?;
        let resource = format!("federated-user/{}", input.name);
        let arn = Arn::new("sts", "", Some(stage.account()), &resource);
        let facts = tags::read(&input.tags, &[], None)?;
        let mut checks = vec![tags::with_keys(AccessCheck::new(Self::NAME, arn.as_str()), &facts)];
        if !facts.tags.is_empty() {
            checks.push(tags::with_keys(AccessCheck::new("sts:TagSession", arn.as_str()), &facts));
        }
        Ok(checks)
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let user = LongTerm::of(stage, "GetFederationToken")?;
        let (seconds, account) = (user.seconds(input.duration_seconds), user.account);
        let limits = Limits::read(stage, account, input.policy.as_deref(), input.policy_arns, &input.tags)?;
        let percent = limits.packed_percent;
        let facts = tags::read(&input.tags, &[], None)?;
        let name = input.name.into();
        let subject = SessionSubject::FederatedUser { federated_by: user.arn, user_id: user.id, name };
        let session = session::open(stage, subject, account, seconds, limits, facts);
        let mut reply = json!({
            "Credentials": session::credentials(&session),
            "FederatedUser": { "FederatedUserId": session.user_id(), "Arn": session.arn() },
        });
        session::add_packed_size(&mut reply, percent);
        Ok(reply)
    }
}
